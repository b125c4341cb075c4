package io.auralis.benchmarks;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class BenchmarkPackagesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.benchmarks");

    @Test
    void everyPackageUsesOnlyWhatItsDescriptionAllows() {
        ArchRule layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.benchmarks..")
                .layer("commands")
                .definedBy("io.auralis.benchmarks")
                .layer("ingest")
                .definedBy("..benchmarks.ingest..")
                .layer("replay")
                .definedBy("..benchmarks.replay..")
                .layer("outage")
                .definedBy("..benchmarks.outage..")
                .layer("mastering")
                .definedBy("..benchmarks.mastering..")
                .layer("endpoint")
                .definedBy("..benchmarks.endpoint..")
                .layer("kafka")
                .definedBy("..benchmarks.kafka..")
                .layer("profile")
                .definedBy("..benchmarks.profile..")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("replay")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("outage")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("mastering")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("endpoint")
                .mayOnlyBeAccessedByLayers("ingest", "outage")
                .whereLayer("kafka")
                .mayOnlyBeAccessedByLayers("endpoint", "ingest", "outage", "replay")
                .whereLayer("profile")
                .mayOnlyBeAccessedByLayers("ingest");
        layers.check(CLASSES);
    }
}
