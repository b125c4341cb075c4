package io.auralis.publisher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PublisherPackagesTest {
    private static final JavaClasses PUBLISHER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.publisher");

    @Test
    void featuresDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.publisher..")
                .layer("account")
                .definedBy("io.auralis.publisher.account")
                .layer("catalog")
                .definedBy("io.auralis.publisher.catalog")
                .layer("problem")
                .definedBy("io.auralis.publisher.problem")
                .layer("tuf")
                .definedBy("io.auralis.publisher.tuf")
                .layer("wording")
                .definedBy("io.auralis.publisher.wording")
                .layer("repository")
                .definedBy("io.auralis.publisher.repository")
                .layer("review")
                .definedBy("io.auralis.publisher.review")
                .layer("cli")
                .definedBy("io.auralis.publisher.cli")
                .whereLayer("account")
                .mayNotAccessAnyLayer()
                .whereLayer("catalog")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayNotAccessAnyLayer()
                .whereLayer("tuf")
                .mayNotAccessAnyLayer()
                .whereLayer("wording")
                .mayNotAccessAnyLayer()
                .whereLayer("repository")
                .mayOnlyAccessLayers("tuf", "problem")
                .whereLayer("review")
                .mayOnlyAccessLayers("account", "catalog", "problem", "wording")
                .whereLayer("cli")
                .mayOnlyAccessLayers("wording")
                .check(PUBLISHER);
    }

    @Test
    void theCommandLineTheWriterAndTheWordsArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.auralis.publisher.cli", "io.auralis.publisher.tuf", "io.auralis.publisher.wording")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "org.hibernate..")
                .check(PUBLISHER);
    }

    @Test
    void noOtherPartOfAuralisButTheContractsIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.engine..",
                        "io.auralis.agent..",
                        "io.auralis.ingest..",
                        "io.auralis.aggregator..",
                        "io.auralis.deploy..")
                .check(PUBLISHER);
    }

    @Test
    void onlyTheWriterSigns() {
        classes()
                .that()
                .haveSimpleName("SigningKey")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("io.auralis.publisher.tuf")
                .check(PUBLISHER);
    }
}
