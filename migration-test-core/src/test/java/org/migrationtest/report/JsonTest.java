package org.migrationtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writes_every_kind_of_value() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a");
        map.put("numbers", Arrays.asList(1, 2.5, null));
        map.put("nothing", Optional.empty());
        map.put("truth", true);
        map.put("empty", List.of());
        map.put("nested", Map.of());

        assertThat(Json.write(map)).isEqualTo("""
                        {
                          "text": "a",
                          "numbers": [
                            1,
                            2.5,
                            null
                          ],
                          "nothing": null,
                          "truth": true,
                          "empty": [],
                          "nested": {}
                        }
                        """);
    }

    @Test
    void escapes_what_would_break_out_of_a_text() {
        assertThat(Json.write("quote \" slash \\ line \n tab \t bell \u0007 euro € pair \ud83d\ude00 half \ud83d"))
                .isEqualTo(
                        "\"quote \\\" slash \\\\ line \\n tab \\t bell \\u0007 euro € pair \ud83d\ude00 half \\ud83d\"\n");
    }

    @Test
    void refuses_what_json_does_not_have() {
        assertThatThrownBy(() -> Json.write(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no java.lang.Object");
    }
}
