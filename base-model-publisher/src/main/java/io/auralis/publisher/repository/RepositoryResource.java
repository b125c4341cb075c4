package io.auralis.publisher.repository;

import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The repository's files, for everyone. Only names of the layout's own form are looked up, so no path leads out of it. Any
 * static file server or cache in front serves the same files as well.
 */
@Path("/repository")
@Tag(name = "repository")
@PermitAll
public class RepositoryResource {
    private static final Pattern VERSIONED = Pattern.compile("[1-9]\\d{0,8}\\.(root|targets|snapshot)\\.json");
    private static final Pattern TARGET = Pattern.compile("[0-9a-f]{64}\\.[a-z0-9]+([.-][a-z0-9]+)*");
    private static final String TIMESTAMP = "timestamp.json";

    /** A year: the file of such a name never changes. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /** The timestamp is how agents learn of a release: no cache may hold it back for long. */
    private static final String BRIEFLY = "public, max-age=10";

    /** The next root is absent until the day it is there, so its absence must not be remembered. */
    private static final String NEVER = "no-store";

    private final java.nio.file.Path repository;

    RepositoryResource(RepositoryConfiguration configuration) {
        this.repository = configuration.directory().resolve("repository");
    }

    @GET
    @Path("metadata/{name}")
    @Operation(summary = "TUF metadata: timestamp.json, N.root.json, N.snapshot.json, N.targets.json")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag shown")
    @APIResponse(responseCode = "404", description = "No such file")
    public Response metadata(String name, @Context Request request) throws IOException {
        if (name.equals(TIMESTAMP)) {
            return file("metadata", name, BRIEFLY, request);
        }
        return VERSIONED.matcher(name).matches() ? file("metadata", name, FOREVER, request) : absent();
    }

    @GET
    @Path("targets/{name}")
    @Operation(summary = "A target by its SHA-256 and name")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag shown")
    @APIResponse(responseCode = "404", description = "No such file")
    public Response target(String name, @Context Request request) throws IOException {
        return TARGET.matcher(name).matches() ? file("targets", name, FOREVER, request) : absent();
    }

    private Response file(String folder, String name, String caching, Request request) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(repository.resolve(folder).resolve(name));
        } catch (NoSuchFileException e) {
            return absent();
        }
        EntityTag tag = new EntityTag(Sha256.hex(content));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(content, MediaType.APPLICATION_JSON_TYPE);
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, caching).build();
    }

    private static Response absent() {
        Problem problem = Problem.of(ProblemCode.NOT_FOUND);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NEVER)
                .entity(problem)
                .build();
    }
}
