package io.auralis.deploy.stack;

import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Each member's port of 127.0.0.1: chosen by the operator or free, then remembered, since agents remember addresses. */
record StackPorts(Map<Member, Integer> byMember) {
    StackPorts {
        byMember = Map.copyOf(byMember);
    }

    /** The remembered ports of the folder, replaced by wanted ones, and completed by free ones. */
    static StackPorts of(StackFolder folder, Map<Member, Integer> wanted) {
        Properties kept = new Properties();
        try {
            if (Files.exists(folder.ports())) {
                try (var reader = Files.newBufferedReader(folder.ports())) {
                    kept.load(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new StackException("Cannot read " + folder.ports() + ".", unreadable);
        }
        Map<Member, Integer> ports = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            String remembered = kept.getProperty(member.key());
            Integer chosen = wanted.get(member);
            ports.put(
                    member,
                    chosen != null ? chosen : remembered != null ? Integer.parseInt(remembered) : FreePort.next());
        }
        return new StackPorts(ports);
    }

    void remember(StackFolder folder) {
        StringBuilder text = new StringBuilder();
        for (Member member : Member.values())
            text.append(member.key()).append('=').append(of(member)).append('\n');
        folder.write(folder.ports(), text.toString());
    }

    int of(Member member) {
        Integer port = byMember.get(member);
        if (port == null) throw new IllegalArgumentException("no port for " + member);
        return port;
    }
}
