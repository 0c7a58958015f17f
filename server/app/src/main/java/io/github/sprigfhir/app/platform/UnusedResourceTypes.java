package io.github.sprigfhir.app.platform;

import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/** Takes HAPI's storage and REST beans of the resource types we do not know out of the context, which halves its start. */
@Component
class UnusedResourceTypes implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern BEAN_OF_A_TYPE = Pattern.compile("my([A-Z]\\w+)(Dao|Rp)R4");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        var known = ResourceTypes.served();
        for (var name : beans.getBeanDefinitionNames()) {
            var match = BEAN_OF_A_TYPE.matcher(name);
            if (match.matches() && !match.group(1).equals("System") && !known.contains(match.group(1))) {
                beans.removeBeanDefinition(name);
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}
}
