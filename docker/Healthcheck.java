import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Tells Docker whether the gateway in this container is ready to serve, without curl or wget in the image; Docker keeps what it
 * prints, as the reason.
 */
class Healthcheck {

    private static final int PATIENCE_MILLIS = 3_000;

    public static void main(String[] args) {
        String port = System.getenv().getOrDefault("GATEWAY_MANAGEMENT_PORT", "8081");
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        System.exit(isReady(readiness) ? 0 : 1);
    }

    private static boolean isReady(URI readiness) {
        try {
            HttpURLConnection question = (HttpURLConnection) readiness.toURL().openConnection();
            question.setConnectTimeout(PATIENCE_MILLIS);
            question.setReadTimeout(PATIENCE_MILLIS);
            int status = question.getResponseCode();
            System.out.println(readiness + " answers " + status);
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException noAnswer) {
            System.out.println(readiness + " does not answer: " + noAnswer.getMessage());
            return false;
        }
    }
}
