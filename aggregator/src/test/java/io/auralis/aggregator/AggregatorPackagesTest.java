package io.auralis.aggregator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class AggregatorPackagesTest {
    private static final JavaClasses AGGREGATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.auralis.aggregator");

    @Test
    void eachPackageUsesOnlyThoseThatItSays() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.aggregator..")
                .layer("statistics")
                .definedBy("io.auralis.aggregator.statistics")
                .layer("privacy")
                .definedBy("io.auralis.aggregator.privacy")
                .layer("topology")
                .definedBy("io.auralis.aggregator.topology")
                .layer("derivation")
                .definedBy("io.auralis.aggregator.derivation")
                .layer("stream")
                .definedBy("io.auralis.aggregator.stream")
                .layer("sink")
                .definedBy("io.auralis.aggregator.sink")
                .layer("replay")
                .definedBy("io.auralis.aggregator.replay")
                .layer("candidate")
                .definedBy("io.auralis.aggregator.candidate")
                .layer("publication")
                .definedBy("io.auralis.aggregator.publication")
                .layer("exact")
                .definedBy("io.auralis.aggregator.exact")
                .layer("status")
                .definedBy("io.auralis.aggregator.status")
                .layer("wiring")
                .definedBy("io.auralis.aggregator.wiring")
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("privacy")
                .mayNotAccessAnyLayer()
                .whereLayer("topology")
                .mayOnlyAccessLayers("statistics")
                .whereLayer("derivation")
                .mayOnlyAccessLayers("statistics", "privacy")
                .whereLayer("stream")
                .mayOnlyAccessLayers("topology")
                .whereLayer("sink")
                .mayOnlyAccessLayers("statistics")
                .whereLayer("replay")
                .mayOnlyAccessLayers("statistics")
                .whereLayer("candidate")
                .mayOnlyAccessLayers("derivation", "statistics", "privacy", "sink", "replay")
                .whereLayer("publication")
                .mayOnlyAccessLayers("candidate")
                .whereLayer("exact")
                .mayOnlyAccessLayers("sink", "statistics")
                .whereLayer("status")
                .mayOnlyAccessLayers("stream", "topology", "sink", "candidate")
                .whereLayer("wiring")
                .mayNotBeAccessedByAnyLayer()
                .check(AGGREGATOR);
    }

    @Test
    void theCoreRunsWithoutFrameworkBrokerOrDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.auralis.aggregator.statistics",
                        "io.auralis.aggregator.privacy",
                        "io.auralis.aggregator.derivation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "javax.sql..", "org.apache.kafka..")
                .check(AGGREGATOR);
    }

    @Test
    void ofThisProgramOnlyTheContractsAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.engine..",
                        "io.auralis.agent..",
                        "io.auralis.ingest..",
                        "io.auralis.publisher..",
                        "io.auralis.deploy..")
                .check(AGGREGATOR);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("io.auralis.aggregator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(AGGREGATOR);
    }
}
