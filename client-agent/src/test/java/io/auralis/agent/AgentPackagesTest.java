package io.auralis.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class AgentPackagesTest {
    private static final JavaClasses AGENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.agent");

    @Test
    void featuresDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.auralis.agent..")
                .layer("home")
                .definedBy("io.auralis.agent.home")
                .layer("exchange")
                .definedBy("io.auralis.agent.exchange")
                .layer("comment")
                .definedBy("io.auralis.agent.comment")
                .layer("history")
                .definedBy("io.auralis.agent.history")
                .layer("feedback")
                .definedBy("io.auralis.agent.feedback")
                .layer("batch")
                .definedBy("io.auralis.agent.batch")
                .layer("report")
                .definedBy("io.auralis.agent.report")
                .layer("library")
                .definedBy("io.auralis.agent.library")
                .layer("scan")
                .definedBy("io.auralis.agent.scan")
                .layer("signature")
                .definedBy("io.auralis.agent.signature")
                .layer("models")
                .definedBy("io.auralis.agent.models")
                .layer("personal")
                .definedBy("io.auralis.agent.personal")
                .layer("audition")
                .definedBy("io.auralis.agent.audition")
                .layer("equalizer")
                .definedBy("io.auralis.agent.equalizer")
                .layer("mirror")
                .definedBy("io.auralis.agent.mirror")
                .layer("tokens")
                .definedBy("io.auralis.agent.tokens")
                .layer("sharing")
                .definedBy("io.auralis.agent.sharing")
                .whereLayer("home")
                .mayNotAccessAnyLayer()
                .whereLayer("exchange")
                .mayNotAccessAnyLayer()
                .whereLayer("comment")
                .mayNotAccessAnyLayer()
                .whereLayer("history")
                .mayOnlyAccessLayers("home")
                .whereLayer("feedback")
                .mayOnlyAccessLayers("comment", "history", "home")
                .whereLayer("batch")
                .mayOnlyAccessLayers("home")
                .whereLayer("library")
                .mayOnlyAccessLayers("home")
                .whereLayer("scan")
                .mayOnlyAccessLayers("batch", "history", "home", "library")
                .whereLayer("signature")
                .mayOnlyAccessLayers("home", "library")
                .whereLayer("report")
                .mayOnlyAccessLayers("home")
                .whereLayer("models")
                .mayOnlyAccessLayers("exchange", "home")
                .whereLayer("tokens")
                .mayOnlyAccessLayers("exchange", "home")
                .whereLayer("personal")
                .mayOnlyAccessLayers("comment", "feedback", "history", "home", "models")
                .whereLayer("audition")
                .mayOnlyAccessLayers("feedback", "history", "home", "models", "personal")
                .whereLayer("equalizer")
                .mayOnlyAccessLayers("feedback", "personal")
                .whereLayer("mirror")
                .mayOnlyAccessLayers("batch", "home")
                .whereLayer("sharing")
                .mayOnlyAccessLayers("comment", "exchange", "feedback", "home", "models", "personal", "tokens")
                .check(AGENT);
    }

    /** What leaves the machine goes through one package that can be read in a few minutes. */
    @Test
    void onlyTheExchangeReachesTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.auralis.agent.exchange")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(?!URI).*|java\\.nio\\.channels\\..*Socket.*|javax\\.net\\..*")
                .check(AGENT);
    }

    /** What is known of a listener's collection cannot get into a report, because nothing that reports can see it. */
    @Test
    void nothingThatSendsKnowsTheLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.auralis.agent.sharing",
                        "io.auralis.agent.exchange",
                        "io.auralis.agent.tokens",
                        "io.auralis.agent.personal",
                        "io.auralis.agent.transfer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.agent.library", "io.auralis.agent.scan", "io.auralis.agent.signature", "java.sql")
                .check(AGENT);
    }

    @Test
    void noCommandStartsAServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..")
                .check(AGENT);
    }
}
