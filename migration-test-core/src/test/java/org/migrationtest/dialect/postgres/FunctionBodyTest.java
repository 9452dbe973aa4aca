package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionBodyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select a+1                  | select a + 1
                    select a + 1                | select a /* plus */+ 1 -- one
                    f( a,b )                    | f(a, b)
                    x:=1                        | x := 1
                    a=-1                        | a = -1
                    a::int                      | a :: int
                    for i in 1..10              | for i in 1 .. 10
                    'it''s'                     | /* a /* nested */ comment */ 'it''s'
                    $t$ a $$ b $t$+c            | $t$ a $$ b $t$ + c
                    E'a\\' b'+c                 | E'a\\' b' + c
                    "A  b".c                    | "A  b" . c
                    select 1.5e-3,$1            | select 1.5e-3 , $1
                    """)
    void formatting_makes_no_difference(String one, String other) {
        assertThat(FunctionBody.normalise(one)).isEqualTo(FunctionBody.normalise(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select 'a  b'               | select 'a b'
                    select 'a -- b'             | select 'a '
                    select $$a  b$$             | select $$a b$$
                    select "a  b"               | select "a b"
                    select ab                   | select a b
                    select a <= b               | select a < = b
                    select a - -1               | select a --1
                    select E'a'                 | select E 'a'
                    select U&'a'                | select U & 'a'
                    select 1.5                  | select 1 . 5
                    select a @- b               | select a @ - b
                    select A                    | select a
                    select E'a\\' -- '          | select E'a\\'
                    select '/*' a '*/'          | select '/*' b '*/'
                    """)
    void another_meaning_makes_a_difference(String one, String other) {
        assertThat(FunctionBody.normalise(one)).isNotEqualTo(FunctionBody.normalise(other));
    }

    @Test
    void strings_on_two_lines_are_not_strings_on_one() {
        assertThat(FunctionBody.normalise("'a'\n  'b'"))
                .isEqualTo(FunctionBody.normalise("'a' -- more\n'b'"))
                .isNotEqualTo(FunctionBody.normalise("'a' 'b'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select  'a", "select  E'a\\'", "select  $$a", "select  \"a", "select  /* a", ""})
    void a_text_without_an_end_stays_as_it_is(String text) {
        assertThat(FunctionBody.normalise(text)).isEqualTo(text);
    }

    @Test
    void a_long_text_is_no_trouble() {
        String many = "select '" + "it''s ".repeat(100_000) + "', " + "a + ".repeat(100_000) + "1";
        assertThat(FunctionBody.normalise(many)).isEqualTo(many.replace("', a", "' , a"));
    }
}
