package io.auralis.publisher.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountLineTest {
    @Test
    void aLineReadsBackAndKnowsItsPasswordOnly() {
        AccountLine line = AccountLine.maintainer("alice", "correct horse".toCharArray());
        AccountLine read = AccountLine.parse(line.text());
        assertThat(read).isEqualTo(line);
        assertThat(read.roles()).isEqualTo(Set.of("maintainer"));
        assertThat(read.matches("correct horse".toCharArray())).isTrue();
        assertThat(read.matches("correct hors".toCharArray())).isFalse();
        assertThat(read.matches(new char[0])).isFalse();
        assertThat(line.text()).doesNotContain("correct");
    }

    @Test
    void aLineMadeAsTheReadmeSaysIsUnderstood() throws Exception {
        byte[] salt = "0123456789abcdef".getBytes();
        KeySpec spec = new PBEKeySpec("pässword".toCharArray(), salt, 210_000, 512);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded();
        String line = "maintainer:maintainer:pbkdf2-sha512:210000:"
                + Base64.getEncoder().encodeToString(salt) + ":"
                + Base64.getEncoder().encodeToString(hash);
        assertThat(AccountLine.parse(line).matches("pässword".toCharArray())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice:secret",
                "alice:maintainer:plain:1:c2FsdA==:c2VjcmV0",
                "alice:maintainer:pbkdf2-sha512:1:MDEyMzQ1Njc4OWFiY2RlZg==:c2VjcmV0",
                "alice:maintainer:pbkdf2-sha512:210000:MDEyMzQ1Njc4OWFiY2RlZg==:c2VjcmV0",
                "Alice:maintainer:pbkdf2-sha512:210000:!!:c2VjcmV0",
            })
    void aLineOfAnotherFormIsRefusedWithoutQuotingIt(String line) {
        assertThatThrownBy(() -> AccountLine.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theFileIsReadAtEachSignIn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts");
        AccountsFile accounts = new AccountsFile(file);
        char[] password = "secret".toCharArray();
        assertThat(accounts.signIn("alice", password)).isEmpty();
        AccountLine alice = AccountLine.maintainer("alice", password);
        Files.writeString(file, "# people\n\n" + alice.text() + "\n");
        assertThat(accounts.signIn("alice", password)).contains(alice);
        assertThat(accounts.signIn("stranger", password)).isEmpty();
        Files.writeString(file, alice.text() + "\nbroken\n");
        assertThatThrownBy(() -> accounts.signIn("alice", password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2 of the accounts file");
    }
}
