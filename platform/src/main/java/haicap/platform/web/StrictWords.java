package haicap.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Truth values and numbers of an address are read as those of a body. What converters refuse the
 * framework tries again with editors of its own, which take {@code yes}, {@code on} and {@code 0x1}
 * for something; so these are replaced.
 */
@ControllerAdvice
class StrictWords {

    @InitBinder
    void bind(WebDataBinder binder) {
        into(binder);
    }

    static void into(WebDataBinder binder) {
        binder.registerCustomEditor(Boolean.class, reading(PlainValues::yesOrNo));
        binder.registerCustomEditor(boolean.class, reading(PlainValues::yesOrNo));
        binder.registerCustomEditor(Integer.class, reading(PlainValues::wholeNumber));
        binder.registerCustomEditor(int.class, reading(PlainValues::wholeNumber));
    }

    private static PropertyEditorSupport reading(Function<String, Object> parser) {
        return new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(parser.apply(PlainValues.word(text)));
            }
        };
    }
}
