package io.auralis.tokens;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.json.Json;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer publishes of itself (RFC 9578, section 4).
 *
 * @param requestUri where tokens are asked for, relative to the directory
 * @param keys the one to use first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IssuerDirectory(
        @JsonProperty("issuer-request-uri") String requestUri,
        @JsonProperty("token-keys") List<Key> keys) {
    public static final String PATH = "/.well-known/private-token-issuer-directory";
    public static final String MEDIA_TYPE = "application/private-token-issuer-directory";

    /**
     * @param type 2 for those that this project knows
     * @param key in base64url
     * @param notBefore seconds since 1970 from which it may be used; absent for always
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Key(
            @JsonProperty("token-type") int type,
            @JsonProperty("token-key") String key,
            @JsonProperty("not-before") @Nullable Long notBefore) {
        public Key {
            if (key == null) {
                throw new IllegalArgumentException("a token key in an issuer's directory has token-key");
            }
        }

        public static Key of(TokenKey key) {
            return new Key(Token.TYPE, Base64.getUrlEncoder().encodeToString(key.encode()), null);
        }
    }

    public IssuerDirectory {
        if (requestUri == null || keys == null) {
            throw new IllegalArgumentException("an issuer's directory has issuer-request-uri and token-keys");
        }
        keys = List.copyOf(keys);
    }

    /** @throws TokenException unless it is an issuer's directory */
    public static IssuerDirectory decode(byte[] json) throws TokenException {
        try {
            return Json.read(json, IssuerDirectory.class);
        } catch (IllegalArgumentException e) {
            throw new TokenException("not an issuer's directory", e);
        }
    }

    /**
     * Where tokens are asked for.
     *
     * @param server on which the directory was found
     * @throws TokenException if the directory names no address
     */
    public URI requestsAt(URI server) throws TokenException {
        try {
            return server.resolve(PATH).resolve(requestUri);
        } catch (IllegalArgumentException e) {
            throw new TokenException("issuer-request-uri is no address", e);
        }
    }

    /**
     * The first key of type 0x0002 that may be used now.
     *
     * @param nowSeconds since 1970
     * @throws TokenException if there is none
     */
    public TokenKey key(long nowSeconds) throws TokenException {
        for (Key key : keys) {
            if (key.type() == Token.TYPE && (key.notBefore() == null || key.notBefore() <= nowSeconds)) {
                try {
                    return TokenKey.decode(Base64.getUrlDecoder().decode(key.key()));
                } catch (IllegalArgumentException e) {
                    throw new TokenException("a token key is in base64url", e);
                }
            }
        }
        throw new TokenException("the issuer has no key of token type 0x0002");
    }
}
