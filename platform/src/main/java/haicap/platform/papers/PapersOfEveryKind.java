package haicap.platform.papers;

import haicap.platform.records.Records;
import java.util.Arrays;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts what lies beside records below the address of each kind that the service keeps, before
 * exports look for lists. No kind says so, but one of which no papers lie here.
 */
@Component
class PapersOfEveryKind implements InitializingBean {

    private final RequestMappingHandlerMapping mappings;
    private final ObjectProvider<Records<?>> kinds;
    private final Documents documents;
    private final Links links;
    private final References references;

    PapersOfEveryKind(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ObjectProvider<Records<?>> kinds,
            Documents documents,
            Links links,
            References references) {
        this.mappings = mappings;
        this.kinds = kinds;
        this.documents = documents;
        this.links = links;
        this.references = references;
    }

    @Override
    public void afterPropertiesSet() {
        kinds.stream()
                .filter(Records::hasPapers)
                .forEach(kind ->
                        stand(
                                kind.path(),
                                new RecordPapersController(kind, documents, links, references)));
    }

    private void stand(String path, RecordPapersController controller) {
        for (var method : RecordPapersController.class.getDeclaredMethods()) {
            var operation =
                    AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (operation != null) {
                var mapping =
                        RequestMappingInfo.paths(
                                        Arrays.stream(operation.path())
                                                .map(path::concat)
                                                .toArray(String[]::new))
                                .methods(operation.method())
                                .options(mappings.getBuilderConfiguration())
                                .build();
                mappings.registerMapping(mapping, controller, method);
            }
        }
    }
}
