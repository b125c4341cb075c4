package io.auralis.ingest.redemption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The table of spent tokens, which all instances share. It holds three hashes and no time: a token's, its report's, its
 * key's. The primary key makes a token's first claim its only one, whoever else claims it at the same moment.
 */
final class SpentTokens {
    /** In the order of the primary key, so that two batches with tokens in common wait for each other and never in a ring. */
    private static final String CLAIM = """
            insert into ingest.spent_token (key_id, token_id, report_id)
            select * from unnest(?::bytea[], ?::bytea[], ?::bytea[]) order by 1, 2
            on conflict (key_id, token_id) do nothing""";

    private static final String OWNERS = """
            select token_id, report_id from ingest.spent_token
            where (key_id, token_id) in (select * from unnest(?::bytea[], ?::bytea[]))""";

    private static final String FORGET = "delete from ingest.spent_token where key_id = ?";

    private final DataSource database;

    SpentTokens(DataSource database) {
        this.database = database;
    }

    /**
     * Claims tokens, durably.
     *
     * @return for each, in order, whether it belongs to its report
     * @throws SQLException if the database is away; then each may be claimed or not, and claiming again does no harm
     */
    List<Boolean> claim(List<Spend> spends) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setObject(1, bytes(spends, Spend::keyId));
                claim.setObject(2, bytes(spends, Spend::tokenId));
                claim.setObject(3, bytes(spends, Spend::reportId));
                claim.executeUpdate();
            }
            Map<String, String> owners = owners(connection, spends);
            List<Boolean> paid = new ArrayList<>(spends.size());
            for (Spend spend : spends) {
                paid.add(spend.reportId().equals(owners.get(spend.tokenId())));
            }
            return paid;
        }
    }

    /** Forgets what was spent of a key that nobody takes any more. */
    void forget(String keyId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setBytes(1, HexFormat.of().parseHex(keyId));
            forget.executeUpdate();
        }
    }

    /** Report by token. */
    private static Map<String, String> owners(Connection connection, List<Spend> spends) throws SQLException {
        Map<String, String> owners = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(OWNERS)) {
            query.setObject(1, bytes(spends, Spend::keyId));
            query.setObject(2, bytes(spends, Spend::tokenId));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    owners.put(hex(rows.getBytes(1)), hex(rows.getBytes(2)));
                }
            }
        }
        return owners;
    }

    private static byte[][] bytes(List<Spend> spends, Function<Spend, String> column) {
        return spends.stream().map(column).map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
