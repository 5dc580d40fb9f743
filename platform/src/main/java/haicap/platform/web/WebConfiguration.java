package haicap.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers what controllers may take as arguments, and what is asked before they are. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> arguments;

    WebConfiguration(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = arguments;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        read(registry, String.class, PlainValues::word);
        read(registry, LocalDate.class, PlainValues::day);
        read(registry, Instant.class, PlainValues::instantOrDay);
    }

    private static <T> void read(
            FormatterRegistry registry, Class<T> type, Function<String, T> parser) {
        registry.addConverter(String.class, type, parser::apply);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PlainParameters());
        registry.addInterceptor(new DeclaredParameters());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }
}
