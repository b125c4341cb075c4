package io.auralis.agent.personal;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ProfileRepository} holds: a Git repository with one file per gear, in which each version is a commit with its
 * reason.
 *
 * <p>The commit that HEAD names is the truth, and naming it is the one atomic step; objects written before it, and the
 * working files and the index written after it, are of no account to us and only serve people who look with Git. So a
 * kill at any moment leaves the old version or the new one. Commits are made from objects, not by a porcelain command:
 * no hook runs and nothing is signed. Callers that commit hold the home's lock.
 */
final class ProfileCommits {
    private static final String BRANCH = "refs/heads/main";

    private final Path folder;

    ProfileCommits(Path folder) {
        IsolatedGit.install();
        this.folder = folder;
    }

    /** The newest version for a gear. */
    Optional<ProfileVersion> newest(GearClass gear) {
        List<ProfileVersion> newest = walk(gear, 1);
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(0));
    }

    /** All versions for a gear, newest first. */
    List<ProfileVersion> history(GearClass gear) {
        return walk(gear, Integer.MAX_VALUE);
    }

    /**
     * Makes a version.
     *
     * @param reason in words; holds no comment and no track's name, for what is in Git stays there
     * @throws HomeException if the home cannot be written
     */
    ProfileVersion commit(PersonalProfile profile, String reason, Instant at) {
        try {
            createIfAbsent();
            try (Repository repository = open()) {
                return commit(repository, profile, reason, at);
            }
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private ProfileVersion commit(Repository repository, PersonalProfile profile, String reason, Instant at)
            throws IOException {
        removeStaleLocks();
        ObjectId head = repository.resolve(Constants.HEAD);
        TreeMap<String, ObjectId> files = files(repository, head);
        byte[] json = json(profile);
        ObjectId commitId;
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            files.put(fileName(profile.gear()), inserter.insert(Constants.OBJ_BLOB, json));
            TreeFormatter tree = new TreeFormatter();
            files.forEach((name, blob) -> tree.append(name, FileMode.REGULAR_FILE, blob));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            if (head != null) {
                commit.setParentId(head);
            }
            PersonIdent author = new PersonIdent("Auralis", "auralis@localhost", at, ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(reason);
            commitId = inserter.insert(commit);
            inserter.flush();
        }
        moveHead(repository, head, commitId);
        AtomicFile.write(folder.resolve(fileName(profile.gear())), json);
        writeIndex(repository, files);
        return new ProfileVersion(commitId.name(), at, reason, profile);
    }

    private static void moveHead(Repository repository, @Nullable ObjectId from, ObjectId to) throws IOException {
        RefUpdate update = repository.updateRef(BRANCH);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setNewObjectId(to);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new IOException("the version could not be named (" + result + ")");
        }
    }

    private List<ProfileVersion> walk(GearClass gear, int most) {
        List<ProfileVersion> versions = new ArrayList<>();
        try (Repository repository = open();
                RevWalk walk = new RevWalk(repository)) {
            @Nullable ObjectId next = repository.resolve(Constants.HEAD);
            @Nullable ObjectId newerBlob = null;
            @Nullable RevCommit newerCommit = null;
            // By parents, not by dates: the clock may have been set back.
            while (versions.size() < most) {
                @Nullable RevCommit commit = next == null ? null : walk.parseCommit(next);
                @Nullable ObjectId blob = commit == null ? null : blob(repository, commit, gear);
                if (newerBlob != null && newerCommit != null && !newerBlob.equals(blob)) {
                    versions.add(version(repository, newerCommit, newerBlob));
                }
                if (commit == null) {
                    break;
                }
                newerBlob = blob;
                newerCommit = commit;
                next = commit.getParentCount() == 0 ? null : commit.getParent(0);
            }
            return versions;
        } catch (IOException e) {
            throw new HomeException(
                    "Cannot read the profile's history in " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private ProfileVersion version(Repository repository, RevCommit commit, ObjectId blob) throws IOException {
        PersonalProfile profile = HomeJson.read(
                repository.open(blob, Constants.OBJ_BLOB).getBytes(),
                PersonalProfile.class,
                folder.resolve("commit " + commit.name()));
        return new ProfileVersion(
                commit.name(),
                commit.getAuthorIdent().getWhenAsInstant(),
                commit.getFullMessage().strip(),
                profile);
    }

    private static @Nullable ObjectId blob(Repository repository, RevCommit commit, GearClass gear) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(repository, fileName(gear), commit.getTree())) {
            return tree == null ? null : tree.getObjectId(0);
        }
    }

    private static TreeMap<String, ObjectId> files(Repository repository, @Nullable ObjectId head) throws IOException {
        TreeMap<String, ObjectId> files = new TreeMap<>();
        if (head == null) {
            return files;
        }
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(walk.parseCommit(head).getTree());
            while (tree.next()) {
                files.put(tree.getPathString(), tree.getObjectId(0));
            }
        }
        return files;
    }

    private void writeIndex(Repository repository, TreeMap<String, ObjectId> files) throws IOException {
        DirCache index = repository.lockDirCache();
        DirCacheBuilder builder = index.builder();
        for (var file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(file.getValue());
            builder.add(entry);
        }
        builder.commit();
    }

    /** Made beside its place and renamed into it, so that a kill leaves no half-made repository. */
    private void createIfAbsent() throws IOException {
        if (Files.exists(folder.resolve(".git").resolve(Constants.HEAD))) {
            return;
        }
        Path fresh = folder.resolve(".git.tmp-" + ProcessHandle.current().pid());
        Files.createDirectories(folder);
        FolderTree.delete(fresh);
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(fresh.toFile()).build()) {
            repository.create(true);
            repository.getConfig().setBoolean("core", null, "bare", false);
            repository.getConfig().save();
            repository.updateRef(Constants.HEAD).link(BRANCH);
        }
        Files.move(fresh, folder.resolve(".git"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Left behind by a kill: whoever commits holds the home's lock, so no one else can be holding these. */
    private void removeStaleLocks() throws IOException {
        for (String lock : List.of("index.lock", "HEAD.lock", BRANCH + ".lock", "config.lock")) {
            Files.deleteIfExists(folder.resolve(".git").resolve(lock));
        }
    }

    private Repository open() throws IOException {
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(folder.resolve(".git").toFile())
                .build();
        // A version that was announced must outlive a power cut, not only a kill. Not saved: Git itself warns of these
        // keys.
        repository.getConfig().setBoolean("core", null, "fsyncObjectFiles", true);
        repository.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
        return repository;
    }

    private static String fileName(GearClass gear) {
        return gear.key() + ".json";
    }

    /** Indented, one value a line, so that Git's own comparison shows what changed. */
    private static byte[] json(PersonalProfile profile) throws IOException {
        String text = HomeJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(profile);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
