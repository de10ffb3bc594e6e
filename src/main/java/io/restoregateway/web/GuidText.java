package io.restoregateway.web;

import io.restoregateway.restore.Guid;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text must be a guid as Atlan writes them; what looks like a placeholder is answered with where to find the real one. */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GuidText.Form.class)
@interface GuidText {

    String message() default "must be a UUID of 36 lower-case characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells what is wrong with a guid. */
    final class Form implements ConstraintValidator<GuidText, String> {

        private static final String PLACEHOLDER = "must be the asset's own guid, not a placeholder: find it with"
                + " GET /api/v1/archived-assets, or use POST /api/v1/assets/restore-by-qualified-name";

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || Guid.isWellFormed(value)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message(value)).addConstraintViolation();
            return false;
        }

        private static String message(String value) {
            if (value.isBlank() || value.startsWith("-")) {
                return PLACEHOLDER;
            }
            String plain = value.strip().toLowerCase(Locale.ROOT).replaceAll("[{}]", "");
            return "must be a UUID of 36 lower-case characters" + (Guid.isWellFormed(plain) ? ", here " + plain : "");
        }
    }
}
