package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void whatATextHoldsIsNeverAnElementNorTheEndOfAnAttribute() {
        String hostile = "<script>alert('1')</script> & \"x\"";
        assertThat(new Markup().element("p", hostile, "title", hostile).toString())
                .isEqualTo("<p title=\"&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;\">"
                        + "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</p>\n");
    }

    @Test
    void whatNoPageMayHoldShowsAsTheReplacementCharacter() {
        assertThat(new Markup()
                        .text("a\u0000b\u001bc\ud800d\n\u00e9\ud83c\udfb5")
                        .toString())
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffd\u00e9\ud83c\udfb5");
    }
}
