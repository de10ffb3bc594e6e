package io.restoregateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RestoreGatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RestoreGatewayApplication.class, arguments);
    }
}
