package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A way back that makes a key narrower, or demands a reference again, meets rows that were written in between. */
final class CollidingRowsTest {
    private static final String BEFORE = "CREATE TABLE person (id serial PRIMARY KEY, name text);"
            + " CREATE TABLE member (id serial PRIMARY KEY, team int NOT NULL, who int NOT NULL, owner_id int,"
            + " role text NOT NULL, gone boolean NOT NULL,"
            + " CONSTRAINT once UNIQUE (team, who), CONSTRAINT someone FOREIGN KEY (who) REFERENCES person,"
            + " CONSTRAINT owner FOREIGN KEY (owner_id) REFERENCES person)";
    private static final String AGAIN = "ALTER TABLE member ADD CONSTRAINT once UNIQUE (team, who)";

    @TempDir
    Path folder;

    private CheckedChain chain = new CheckedChain(Path.of(""));

    @BeforeEach
    void begin() {
        chain = new CheckedChain(folder).with(BEFORE, "DROP TABLE member; DROP TABLE person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD CONSTRAINT wider UNIQUE (team, who, role)",
                "ADD CONSTRAINT wider UNIQUE (role, team, who)",
                "ADD CONSTRAINT wider UNIQUE (team, role)",
                "ALTER role SET DEFAULT 'none'",
            })
    void a_key_that_was_narrower_cannot_be_had_back(String change) {
        boolean wider = change.contains("wider");
        chain.with(
                "ALTER TABLE member DROP CONSTRAINT once; ALTER TABLE member " + change,
                "ALTER TABLE member " + (wider ? "DROP CONSTRAINT wider; " : "ALTER role DROP DEFAULT; ") + AGAIN);
        assertThat(chain.findings())
                .containsExactly("2 step, down-fails-after-use: it cannot be rolled back once rows use the new schema:"
                        + " could not create unique index \"once\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CREATE UNIQUE INDEX wider ON member (team, who) WHERE NOT gone"})
    void an_index_that_was_unique_for_all_rows_cannot_be_had_back(String wider) {
        chain.with(
                        "ALTER TABLE member DROP CONSTRAINT once; CREATE UNIQUE INDEX narrow ON member (team, who)",
                        "DROP INDEX narrow; " + AGAIN)
                .with(
                        "DROP INDEX narrow; " + wider,
                        (wider.isEmpty() ? "" : "DROP INDEX wider; ")
                                + "CREATE UNIQUE INDEX narrow ON member (team, who)");
        assertThat(chain.findings())
                .containsExactly("3 step, down-fails-after-use: it cannot be rolled back once rows use the new schema:"
                        + " could not create unique index \"narrow\"");
    }

    @Test
    void a_way_back_that_first_removes_one_of_two_is_good() {
        chain.with(
                "ALTER TABLE member DROP CONSTRAINT once; ALTER TABLE member ADD CONSTRAINT wider UNIQUE (team, who, role)",
                "DELETE FROM member a USING member b WHERE a.id > b.id AND a.team = b.team AND a.who = b.who;"
                        + " ALTER TABLE member DROP CONSTRAINT wider; " + AGAIN);
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void a_key_that_becomes_narrower_on_the_way_up_is_good() {
        chain.with(
                "ALTER TABLE member DROP CONSTRAINT once; ALTER TABLE member ADD CONSTRAINT one_team UNIQUE (who)",
                "ALTER TABLE member DROP CONSTRAINT one_team; " + AGAIN);
        assertThat(chain.findings())
                .noneMatch(finding -> finding.contains("down-fails"))
                .allMatch(finding -> finding.contains("up-fails-on-rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner (owner_id)", "someone (who)"})
    void a_reference_that_was_given_up_cannot_be_had_back(String reference) {
        String name = reference.substring(0, reference.indexOf(' '));
        String column = reference.substring(reference.indexOf(' '));
        chain.with(
                "ALTER TABLE member DROP CONSTRAINT " + name,
                "ALTER TABLE member ADD CONSTRAINT " + name + " FOREIGN KEY" + column + " REFERENCES person");
        assertThat(chain.findings())
                .containsExactly("2 step, down-fails-after-use: it cannot be rolled back once rows use the new schema:"
                        + " insert or update on table \"member\" violates foreign key constraint \"" + name + "\"");
    }

    @Test
    void a_way_back_that_first_removes_what_refers_to_nothing_is_good() {
        chain.with(
                "ALTER TABLE member DROP CONSTRAINT owner",
                "UPDATE member SET owner_id = NULL WHERE owner_id NOT IN (SELECT id FROM person);"
                        + " ALTER TABLE member ADD CONSTRAINT owner FOREIGN KEY (owner_id) REFERENCES person");
        assertThat(chain.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM member WHERE owner_id NOT IN (SELECT id FROM person)",
                "DELETE FROM member WHERE NOT EXISTS (SELECT FROM person WHERE id = owner_id)",
                "DELETE FROM member USING member m LEFT JOIN person ON m.owner_id = person.id"
                        + " WHERE m.id = member.id AND person.id IS NULL",
            })
    void rows_that_a_way_up_removes_since_they_refer_to_nothing_are_missed(String repair) {
        chain.with("ALTER TABLE member DROP CONSTRAINT owner", "SELECT 1")
                .with(
                        repair + "; ALTER TABLE member ADD CONSTRAINT owner2 FOREIGN KEY (owner_id) REFERENCES person",
                        "ALTER TABLE member DROP CONSTRAINT owner2");
        assertThat(chain.findings())
                .anyMatch(finding -> finding.startsWith("3 step, rows-not-restored"))
                .noneMatch(finding -> finding.contains("up-fails"));
    }
}
