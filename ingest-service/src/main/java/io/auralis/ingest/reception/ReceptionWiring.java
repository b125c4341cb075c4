package io.auralis.ingest.reception;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the parts of this package. */
@Singleton
final class ReceptionWiring {
    @Produces
    @Singleton
    Gate gate(ReceptionSettings settings, MeterRegistry registry) {
        Gate gate =
                new Gate(settings.requestsInFlight(), settings.bytesInFlight().asLongValue(), System::nanoTime);
        registry.gauge("auralis.ingest.inflight.requests", gate, Gate::requests);
        registry.gauge("auralis.ingest.inflight.bytes", gate, Gate::bytes);
        var counted = FunctionCounter.builder("auralis.ingest.overloaded", gate, Gate::refusals)
                .register(registry);
        return gate;
    }

    @Produces
    @Singleton
    Workers workers(ReceptionSettings settings) {
        return new Workers(settings.workers(), settings.requestsInFlight());
    }

    void close(@Disposes Workers workers) {
        workers.close();
    }

    @Produces
    @Singleton
    Reception reception(ReceptionSettings settings, Gate gate, Workers workers, Vertx vertx) {
        return new Reception(gate, workers, vertx, settings.readTimeout());
    }
}
