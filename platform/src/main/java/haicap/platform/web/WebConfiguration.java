package haicap.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Registers what controllers may take as arguments, and in which forms they answer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> arguments;
    private final JsonMapper json;
    private final Clock clock;

    WebConfiguration(List<HandlerMethodArgumentResolver> arguments, JsonMapper json, Clock clock) {
        this.arguments = arguments;
        this.json = json;
        this.clock = clock;
    }

    /** After JSON: who takes anything gets JSON. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(all -> all.add(new PagesAsCsv(json, clock)));
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
