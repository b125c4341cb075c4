package io.auralis.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** As {@link BrokerResource}, but the broker is stopped when the service starts. */
public final class LateBrokerResource implements QuarkusTestResourceLifecycleManager {
    private final BrokerResource running = new BrokerResource(false);

    @Override
    public Map<String, String> start() {
        return running.start();
    }

    @Override
    public void inject(TestInjector injector) {
        running.inject(injector);
    }

    @Override
    public void stop() {
        running.stop();
    }
}
