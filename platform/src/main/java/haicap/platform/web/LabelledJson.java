package haicap.platform.web;

import haicap.platform.privacy.Label;
import haicap.platform.privacy.TellsOf;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.VirtualAnnotatedMember;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.VirtualBeanPropertyWriter;
import tools.jackson.databind.util.SimpleBeanPropertyDefinition;

/**
 * Whatever says of what it {@link TellsOf tells} is answered with its {@link Label}, alone and in
 * lists. Events have JSON of their own and bear none.
 */
@Component
class LabelledJson extends SimpleModule {

    private static final long serialVersionUID = 1;

    LabelledJson() {
        super("labelled-json");
        setSerializerModifier(new Labelling());
    }

    private static final class Labelling extends ValueSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription.Supplier described,
                List<BeanPropertyWriter> properties) {
            if (described.getBeanClass().isAnnotationPresent(TellsOf.class)) {
                properties.add(LabelOf.type(described.getClassInfo(), config));
            }
            return properties;
        }
    }

    private static final class LabelOf extends VirtualBeanPropertyWriter {

        private static final long serialVersionUID = 1;

        private final Label label;

        private LabelOf(Label label, AnnotatedClass owner, BeanPropertyDefinition property) {
            super(property, owner.getAnnotations(), property.getPrimaryType());
            this.label = label;
        }

        static LabelOf type(AnnotatedClass owner, MapperConfig<?> config) {
            var type = config.constructType(Label.class);
            var member = new VirtualAnnotatedMember(owner, owner.getRawType(), Label.FIELD, type);
            return new LabelOf(
                    Label.of(owner.getRawType()),
                    owner,
                    SimpleBeanPropertyDefinition.construct(
                            config, member, PropertyName.construct(Label.FIELD)));
        }

        @Override
        protected Object value(Object of, JsonGenerator json, SerializationContext context) {
            return label;
        }

        @Override
        public VirtualBeanPropertyWriter withConfig(
                MapperConfig<?> config,
                AnnotatedClass owner,
                BeanPropertyDefinition property,
                JavaType type) {
            return this; // for what Jackson's own annotations add
        }
    }
}
