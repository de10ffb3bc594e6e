package io.restoregateway.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text must be able to be a qualifiedName. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = QualifiedNameText.Form.class)
@interface QualifiedNameText {

    String message() default "must be a qualifiedName";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells what is wrong with a qualifiedName, in the words of the domain. */
    final class Form implements ConstraintValidator<QualifiedNameText, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            String wrong = value == null ? null : IdentityWords.ofQualifiedName(value);
            if (wrong == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }
    }
}
