package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueSqlTest {
    @ParameterizedTest
    @CsvSource({"13, a", "14, b", "15, b c", "16, b c", "17, b", "18, b d"})
    void a_line_is_there_for_its_versions(int major, String expected) {
        String rendered = CatalogueSql.render("a --13-\nb --14+\nc --15-16\nd --18+", major);
        assertThat(rendered.replaceAll("\\s+", " ").strip()).isEqualTo(expected);
    }

    @Test
    void a_macro_stands_for_its_text() {
        assertThat(CatalogueSql.render("select @name(n.nspname, c.relname) as name", 17))
                .isEqualTo("select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name");
    }

    @Test
    void a_macro_that_does_not_exist_is_an_error() {
        assertThatThrownBy(() -> CatalogueSql.render("select @nome(a)", 17))
                .hasMessage("a catalogue query calls @nome, which does not exist");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void no_query_keeps_a_call_or_a_version(int major) {
        assertThat(CatalogueQuery.all(major, true))
                .hasSizeGreaterThan(40)
                .allSatisfy(query -> assertThat(query.sql()).doesNotContain("@").doesNotContain("--"));
    }
}
