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

/** The text must be a guid as Atlan writes them; what looks like a placeholder is answered with where to find the real one. */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GuidText.Form.class)
@interface GuidText {

    String message() default IdentityWords.GUID;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells what is wrong with a guid. */
    final class Form implements ConstraintValidator<GuidText, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            String wrong = value == null ? null : IdentityWords.ofGuid(value);
            if (wrong == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }
    }
}
