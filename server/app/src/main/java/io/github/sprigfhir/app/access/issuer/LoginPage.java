package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.access.WhenIssuing;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The one page with a form: a user signs in. It says the same whatever was wrong. */
@RestController
@WhenIssuing
class LoginPage {

    private static final String WRONG =
            "<p role=\"alert\">That did not work. Check the name and the password; after ten attempts, wait five minutes.</p>";

    private final String page;

    LoginPage() throws IOException {
        this.page = new ClassPathResource("sprig-login.html").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String show(HttpServletRequest request, CsrfToken token) {
        return page.replace("${token-name}", HtmlUtils.htmlEscape(token.getParameterName()))
                .replace("${token}", HtmlUtils.htmlEscape(token.getToken()))
                .replace("${message}", request.getParameter("error") == null ? "" : WRONG);
    }
}
