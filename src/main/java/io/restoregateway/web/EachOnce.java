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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No entry may be named twice: no text in a list of texts, no guid in a list of assets; each repeat is told. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachOnce.Distinct.class)
@interface EachOnce {

    String message() default "must not name anything twice";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Finds the repeats. */
    final class Distinct implements ConstraintValidator<EachOnce, List<?>> {

        @Override
        public boolean isValid(@Nullable List<?> entries, ConstraintValidatorContext context) {
            if (entries == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            Map<String, Integer> firsts = new HashMap<>();
            boolean distinct = true;
            for (int index = 0; index < entries.size(); index++) {
                Object entry = entries.get(index);
                String key = entry instanceof Identified asset ? asset.guid() : (String) entry;
                Integer first = key == null ? null : firsts.putIfAbsent(key, index);
                if (first != null) {
                    tell(context, entry instanceof Identified, index, first);
                    distinct = false;
                }
            }
            return distinct;
        }

        private static void tell(ConstraintValidatorContext context, boolean asset, int index, int first) {
            String message = "repeats entry " + first;
            var violation = context.buildConstraintViolationWithTemplate(message);
            if (asset) {
                violation.addPropertyNode("guid").inIterable().atIndex(index).addConstraintViolation();
            } else {
                violation
                        .addContainerElementNode("<list element>", List.class, 0)
                        .inIterable()
                        .atIndex(index)
                        .addConstraintViolation();
            }
        }
    }

    /** An entry that names an asset. */
    interface Identified {

        @Nullable
        String guid();
    }
}
