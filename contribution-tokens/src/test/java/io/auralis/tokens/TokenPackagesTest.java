package io.auralis.tokens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TokenPackagesTest {
    private static final JavaClasses TOKENS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.auralis.tokens");

    @Test
    void theLibraryUsesBouncyCastleAndTheContractsJsonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.auralis.tokens..",
                        "io.auralis.contracts.json..",
                        "java..",
                        "com.fasterxml.jackson.annotation..",
                        "org.bouncycastle..",
                        "org.jspecify.annotations")
                .check(TOKENS);
    }
}
