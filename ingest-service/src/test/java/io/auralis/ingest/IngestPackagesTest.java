package io.auralis.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IngestPackagesTest {
    private static final JavaClasses INGEST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.ingest");

    @Test
    void ofTheProjectTheServiceUsesTheContractsAndTheTokenLibraryOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("io.auralis..")
                .orShould()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.ingest..",
                        "io.auralis.contracts..",
                        "io.auralis.tokens..",
                        "java..",
                        "javax..",
                        "jakarta..",
                        "io.agroal..",
                        "com.fasterxml.jackson..",
                        "io.micrometer..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "org.flywaydb..",
                        "org.jboss..",
                        "org.jspecify..")
                .check(INGEST);
    }

    @Test
    void eachFeatureUsesOnlyThoseItsDescriptionAllows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.ingest..")
                .layer("admission")
                .definedBy("io.auralis.ingest.admission")
                .layer("broker")
                .definedBy("io.auralis.ingest.broker")
                .layer("problem")
                .definedBy("io.auralis.ingest.problem")
                .layer("openapi")
                .definedBy("io.auralis.ingest.openapi")
                .layer("keys")
                .definedBy("io.auralis.ingest.keys")
                .layer("issuance")
                .definedBy("io.auralis.ingest.issuance")
                .layer("redemption")
                .definedBy("io.auralis.ingest.redemption")
                .layer("reception")
                .definedBy("io.auralis.ingest.reception")
                .layer("intake")
                .definedBy("io.auralis.ingest.intake")
                .whereLayer("admission")
                .mayNotAccessAnyLayer()
                .whereLayer("broker")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayNotAccessAnyLayer()
                .whereLayer("reception")
                .mayNotAccessAnyLayer()
                .whereLayer("openapi")
                .mayNotAccessAnyLayer()
                .whereLayer("intake")
                .mayOnlyAccessLayers("admission", "broker", "problem", "reception", "redemption")
                .whereLayer("keys")
                .mayNotAccessAnyLayer()
                .whereLayer("issuance")
                .mayOnlyAccessLayers("keys", "problem", "reception")
                .whereLayer("redemption")
                .mayOnlyAccessLayers("keys")
                .check(INGEST);
    }

    @Test
    void theCoreRunsWithoutQuarkusAndKnowsNoHttp() {
        classes()
                .that()
                .resideInAPackage("io.auralis.ingest.admission")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.ingest.admission",
                        "io.auralis.contracts..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(INGEST);
        classes()
                .that()
                .resideInAPackage("io.auralis.ingest.broker")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("jakarta.ws.rs..", "io.vertx..")
                .check(INGEST);
    }

    /** What is seen when a token is issued and what is seen when it is spent meet nowhere in this service. */
    @Test
    void issuanceAndRedemptionKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.auralis.ingest.issuance")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.ingest.redemption..", "io.auralis.ingest.intake..", "java.sql..", "javax.sql..")
                .check(INGEST);
        noClasses()
                .that()
                .resideInAnyPackage("io.auralis.ingest.redemption", "io.auralis.ingest.intake")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.auralis.ingest.issuance..")
                .check(INGEST);
    }

    @Test
    void onlyTheBrokerPackageKnowsKafka() {
        classes()
                .that()
                .resideOutsideOfPackage("io.auralis.ingest.broker")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.kafka..")
                .check(INGEST);
    }
}
