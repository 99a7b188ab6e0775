package kelvin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Chromium with pages of its own per test; what a page complains of or asks the network for fails the test at its end. */
final class Browser implements AfterEachCallback, AfterAllCallback {
    static final Path FILE = Path.of(System.getProperty("page"));

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium")))
                    .setArgs(List.of("--no-sandbox")));
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** A page of a width, in which nothing moves by itself. */
    Page page(int width, int height) {
        return page(width, height, true);
    }

    /** A page in a browser that runs no scripts. */
    Page withoutScript(int width, int height) {
        return page(width, height, false);
    }

    private Page page(int width, int height, boolean scripts) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setOffline(true);
        Page page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onRequest(request -> {
            if (!request.url().matches("(file|data|blob):.*")) {
                complaints.add("asks for " + request.url());
            }
        });
        return page;
    }

    /** Opens the page at a state, and waits until it computes. */
    Page open(String state) {
        return open(page(1280, 900), state);
    }

    Page open(Page page, String state) {
        page.navigate(FILE.toUri() + state);
        page.waitForSelector("main:not([hidden])");
        return page;
    }

    /** Takes a picture of the page, or of as much as is on the screen, for people. */
    static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(whole)
                .setPath(Path.of(System.getProperty("screenshots"), name + ".png")));
    }

    /** Returns what axe finds against the page as it is shown. */
    static List<?> violations(Page page) throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate(
                "async () => (await axe.run()).violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | '))");
    }

    /** Returns what was complained of so far, and forgets it. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Closes all pages of a test; none of them complained. */
    @Override
    public void afterEach(ExtensionContext context) {
        chromium.contexts().forEach(BrowserContext::close);
        assertThat(complaints()).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        playwright.close();
    }
}
