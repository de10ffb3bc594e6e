package io.restoregateway.browser;

import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfNestedElementLocatedBy;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Swagger UI as its visitor handles it. */
final class SwaggerUi {

    private final Chromium chromium;

    private SwaggerUi(Chromium chromium) {
        this.chromium = chromium;
    }

    /** An operation as the page lists it. */
    record Operation(String method, String path, String summary) {}

    /** An answer as the page shows it. */
    record Answer(String status, String body) {}

    static SwaggerUi opened(Chromium chromium, String service) {
        chromium.open(service + "/swagger-ui.html");
        SwaggerUi page = new SwaggerUi(chromium);
        chromium.await("operations", any -> !page.operations().isEmpty());
        return page;
    }

    List<Operation> operations() {
        return chromium.all(".opblock-summary").stream()
                .map(line -> new Operation(
                        text(line, ".opblock-summary-method"),
                        line.findElement(By.cssSelector(".opblock-summary-path"))
                                .getDomAttribute("data-path"),
                        text(line, ".opblock-summary-description")))
                .toList();
    }

    /** Opens an operation and executes it as it is filled in. */
    Answer execute(String operationId) {
        WebElement operation = operation(operationId);
        toggle(operationId);
        chromium.await("a button to execute it", elementToBeClickable(nested(operation, ".execute")))
                .click();
        WebElement answer = nested(operation, ".live-responses-table .response");
        return new Answer(
                text(answer, ".response-col_status"), nested(answer, "pre").getDomProperty("textContent"));
    }

    /** Says who one is, as a bearer. */
    void authorize(String key) {
        chromium.all(".auth-wrapper .authorize").getFirst().click();
        WebElement dialog = chromium.await(
                "the dialog",
                page -> chromium.all(".dialog-ux .modal-ux").stream()
                        .findFirst()
                        .orElse(null));
        WebElement field = nested(dialog, "input[aria-label='auth-bearer-value']");
        field.sendKeys(key);
        field.findElement(By.xpath("ancestor::form//button[contains(@class, 'authorize')]"))
                .click();
        nested(dialog, ".btn-done").click();
        chromium.await("the dialog is gone", page -> chromium.all(".dialog-ux").isEmpty());
    }

    /** Opens an operation, or closes it. */
    void toggle(String operationId) {
        operation(operationId)
                .findElement(By.cssSelector(".opblock-summary-control"))
                .click();
    }

    WebElement wholePage() {
        return chromium.all("body").getFirst();
    }

    WebElement operation(String operationId) {
        return chromium.all(".opblock[id$='-%s']".formatted(operationId)).getFirst();
    }

    private WebElement nested(WebElement parent, String selector) {
        return chromium.await(selector, presenceOfNestedElementLocatedBy(parent, By.cssSelector(selector)));
    }

    private static String text(WebElement parent, String selector) {
        return parent.findElement(By.cssSelector(selector)).getText();
    }
}
