package haicap.platform.texts;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Says by the code of a fault what is wrong with a {@link Text}; nothing is wrong with none. */
public final class TextRule implements ConstraintValidator<Text, String> {

    private int most;
    private boolean lines;

    @Override
    public void initialize(Text rule) {
        most = rule.max();
        lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        var fault = text == null ? null : fault(text);
        if (fault == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
        return false;
    }

    private @Nullable String fault(String text) {
        if (Texts.isBlank(text)) {
            return "value-missing";
        }
        if (Texts.holdsForbidden(text)) {
            return "character-not-allowed";
        }
        if (!lines && Texts.hasLines(text)) {
            return "line-not-allowed";
        }
        return Texts.length(text) > most ? "length-not-allowed" : null;
    }
}
