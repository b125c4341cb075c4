package io.auralis.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ContractPackagesTest {
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.contracts");

    @Test
    void eachPackageUsesOnlyThoseItsDescriptionAllows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.contracts..")
                .layer("json")
                .definedBy("io.auralis.contracts.json")
                .layer("problem")
                .definedBy("io.auralis.contracts.problem")
                .layer("fingerprint")
                .definedBy("io.auralis.contracts.fingerprint")
                .layer("basemodel")
                .definedBy("io.auralis.contracts.basemodel")
                .layer("taste")
                .definedBy("io.auralis.contracts.taste")
                .layer("candidate")
                .definedBy("io.auralis.contracts.candidate")
                .layer("statistics")
                .definedBy("io.auralis.contracts.statistics")
                .whereLayer("json")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayNotAccessAnyLayer()
                .whereLayer("fingerprint")
                .mayOnlyAccessLayers("json")
                .whereLayer("basemodel")
                .mayOnlyAccessLayers("fingerprint", "json", "taste")
                .whereLayer("taste")
                .mayOnlyAccessLayers("basemodel", "fingerprint", "json", "problem")
                .whereLayer("candidate")
                .mayOnlyAccessLayers("basemodel", "taste", "json")
                .whereLayer("statistics")
                .mayOnlyAccessLayers("basemodel", "taste", "json")
                .check(CONTRACTS);
    }

    @Test
    void theLibraryDependsOnJsonLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.contracts..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "com.networknt.schema..",
                        "org.erdtman.jcs",
                        "org.jspecify.annotations")
                .check(CONTRACTS);
    }

    @Test
    void onlyTheJsonPackageKnowsTheSchemaAndCanonicalFormLibraries() {
        classes()
                .that()
                .resideOutsideOfPackage("io.auralis.contracts.json")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("com.networknt..", "org.erdtman..")
                .check(CONTRACTS);
    }
}
