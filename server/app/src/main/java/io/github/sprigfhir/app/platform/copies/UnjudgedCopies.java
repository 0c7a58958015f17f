package io.github.sprigfhir.app.platform.copies;

import ca.uhn.fhir.interceptor.api.HookParams;
import ca.uhn.fhir.interceptor.api.IBaseInterceptorBroadcaster.IInvoker;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.executor.InterceptorService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Calls what judges and follows writes for everything but copies: in one place, where each of them would have to ask. */
@Component
class UnjudgedCopies implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof IInterceptorService && !(bean instanceof Judges) ? new Judges() : bean;
    }

    private static final class Judges extends InterceptorService {

        @Override
        public List<IInvoker> getInvokersForPointcut(Pointcut pointcut) {
            var all = super.getInvokersForPointcut(pointcut);
            return pointcut.name().startsWith("STORAGE_PRE") && !all.isEmpty()
                    ? all.stream().<IInvoker>map(UnlessCopying::new).toList()
                    : all;
        }
    }

    private record UnlessCopying(IInvoker judge) implements IInvoker {

        @Override
        public @Nullable Object invoke(HookParams asked) {
            return asked.get(RequestDetails.class) instanceof Copying ? null : judge.invoke(asked);
        }

        @Override
        public int getOrder() {
            return judge.getOrder();
        }

        @Override
        public Object getInterceptor() {
            return judge.getInterceptor();
        }

        @Override
        public int compareTo(IInvoker other) {
            return judge.compareTo(other);
        }
    }
}
