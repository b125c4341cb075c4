package io.auralis.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EnginePackagesTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.engine");

    @Test
    void theEngineUsesNoFrameworkAndOfTheProjectTheContractsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.engine..",
                        "io.auralis.contracts..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.bytedeco..",
                        "org.jspecify..",
                        "org.jtransforms..")
                .check(ENGINE);
    }

    @Test
    void theEngineReachesNoNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")
                .check(ENGINE);
    }

    @Test
    void onlyTheMediaPackageUsesNativeCode() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.auralis.engine.media")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(ENGINE);
    }

    @Test
    void onlyTheMatchTheChainAndWhatMakesTransformsUseJTransforms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.auralis.engine.transform", "io.auralis.engine.match", "io.auralis.engine.mastering")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jtransforms..")
                .check(ENGINE);
    }

    @Test
    void eachPackageUsesOnlyThoseItsDescriptionAllows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.engine..")
                .layer("audio")
                .definedBy("io.auralis.engine.audio")
                .layer("meter")
                .definedBy("io.auralis.engine.meter")
                .layer("transform")
                .definedBy("io.auralis.engine.transform")
                .layer("fingerprint")
                .definedBy("io.auralis.engine.fingerprint")
                .layer("detection")
                .definedBy("io.auralis.engine.detection")
                .layer("media")
                .definedBy("io.auralis.engine.media")
                .layer("decoding")
                .definedBy("io.auralis.engine.decoding")
                .layer("match")
                .definedBy("io.auralis.engine.match")
                .layer("declip")
                .definedBy("io.auralis.engine.declip")
                .layer("curves")
                .definedBy("io.auralis.engine.curves")
                .layer("passage")
                .definedBy("io.auralis.engine.passage")
                .layer("plan")
                .definedBy("io.auralis.engine.plan")
                .layer("album")
                .definedBy("io.auralis.engine.album")
                .layer("mastering")
                .definedBy("io.auralis.engine.mastering")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("audio")
                .mayNotAccessAnyLayer()
                .whereLayer("meter")
                .mayOnlyAccessLayers("audio")
                .whereLayer("fingerprint")
                .mayOnlyAccessLayers("audio", "meter", "transform")
                .whereLayer("transform")
                .mayNotAccessAnyLayer()
                .whereLayer("detection")
                .mayNotAccessAnyLayer()
                .whereLayer("media")
                .mayOnlyAccessLayers("audio")
                .whereLayer("decoding")
                .mayOnlyAccessLayers("audio", "media")
                .whereLayer("match")
                .mayOnlyAccessLayers("audio", "transform")
                .whereLayer("album")
                .mayOnlyAccessLayers("audio", "match", "meter")
                .whereLayer("declip")
                .mayOnlyAccessLayers("audio")
                .whereLayer("curves")
                .mayOnlyAccessLayers("audio", "match", "meter")
                .whereLayer("passage")
                .mayOnlyAccessLayers("audio")
                .whereLayer("plan")
                .mayOnlyAccessLayers("detection", "match", "meter")
                .check(ENGINE);
    }
}
