package haicap.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.context.request.NativeWebRequest;

/** Binds what a list is asked for as its own address does. */
final class Binders extends DefaultDataBinderFactory {

    Binders(@Nullable WebBindingInitializer initializer) {
        super(initializer);
    }

    @Override
    protected void initBinder(WebDataBinder binder, NativeWebRequest request) {
        StrictWords.into(binder);
    }
}
