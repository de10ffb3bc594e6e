import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Downloads one URL into one file, for machines without curl and wget. */
class Fetch {
    public static void main(String[] arguments) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(arguments[0])).build(),
                            HttpResponse.BodyHandlers.ofFile(Path.of(arguments[1])))
                    .statusCode();
            System.exit(status == 200 ? 0 : 1);
        }
    }
}
