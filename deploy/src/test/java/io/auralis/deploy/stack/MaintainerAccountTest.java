package io.auralis.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainerAccountTest {
    @TempDir
    Path root;

    @Test
    void theLineIsWhatThePublisherDocuments() {
        // The hash was computed with another program: python3 -c "hashlib.pbkdf2_hmac('sha512', b'secret',
        // b'0123456789abcdef', 210000)".
        assertThat(MaintainerAccount.line("secret", "0123456789abcdef".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(
                        "maintainer:maintainer:pbkdf2-sha512:210000:MDEyMzQ1Njc4OWFiY2RlZg==:Ur7Ghxn1hQNTMkSWJ26pGRCFynIma2s9T+ciMR324/s7bH5MpC5k8C7+i2P+rLTqZYTFvkTJ66v9I9czP/72gA==");
    }

    @Test
    void passwordAndAccountsAreForTheOwnerOnlyAndKept() throws Exception {
        StackFolder folder = new StackFolder(root.resolve("stack"));
        folder.create();
        MaintainerAccount.ensure(folder);
        String password = Files.readString(folder.maintainerPassword());
        assertThat(password.strip()).matches("[0-9a-f]{32}");
        for (Path file : new Path[] {folder.maintainerPassword(), folder.accounts()})
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        MaintainerAccount.ensure(folder);
        assertThat(folder.maintainerPassword()).hasContent(password);
    }
}
