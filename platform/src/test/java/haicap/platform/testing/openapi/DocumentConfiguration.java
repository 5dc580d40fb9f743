package haicap.platform.testing.openapi;

import haicap.platform.access.Caller;
import haicap.platform.papers.OfEveryKind;
import haicap.platform.web.Limit;
import haicap.platform.writes.WriteRequest;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Found by every service under test, by none in service: springdoc is on test paths only. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:haicap-openapi.properties")
class DocumentConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Limit.class, Caller.class, WriteRequest.class, InputStream.class);
        ofEveryKind().forEach(SpringDocUtils.getConfig()::addRestControllers);
    }

    /** Controllers that are no beans: one stands below the address of each kind of record. */
    private static Stream<Class<?>> ofEveryKind() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(OfEveryKind.class));
        return scanner.findCandidateComponents("haicap.platform").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null));
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    @Lazy
    ModelResolver modelResolver(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
    }

    @Bean
    @Lazy
    OpenApiCustomizer wholeDocument(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Value("${haicap.service}") String part,
            SchemaNames names) {
        return (OpenAPI document) -> new Document(document, part, names, mappings).complete();
    }
}
