package io.github.sprigfhir.app.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/**
 * Lets HAPI's Spring Data repositories parse their queries on first use instead of at start, which takes seconds; the
 * same as Spring Data's own lazy bootstrap mode, which HAPI's configuration leaves no way to choose.
 */
@Component
class LazyRepositories implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames()) {
            var definition = beans.getBeanDefinition(name);
            if (JpaRepositoryFactoryBean.class.getName().equals(definition.getBeanClassName())) {
                definition.setLazyInit(true);
                definition.getPropertyValues().add("lazyInit", true);
            }
        }
        if (beans instanceof DefaultListableBeanFactory factory) {
            var resolver = new LazyForRepositories();
            resolver.setBeanFactory(factory);
            factory.setAutowireCandidateResolver(resolver);
        }
    }

    /** Injects a repository as a proxy that looks it up when it is first called. */
    private static final class LazyForRepositories extends ContextAnnotationAutowireCandidateResolver {

        @Override
        protected boolean isLazy(DependencyDescriptor descriptor) {
            return Repository.class.isAssignableFrom(descriptor.getDependencyType()) || super.isLazy(descriptor);
        }
    }
}
