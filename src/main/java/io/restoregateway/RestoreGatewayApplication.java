package io.restoregateway;

import io.restoregateway.access.KeyCommand;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RestoreGatewayApplication {

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            System.exit(command(arguments));
        }
        SpringApplication.run(RestoreGatewayApplication.class, arguments);
    }

    private static int command(String... words) throws IOException {
        Optional<KeyCommand> command = words.length == 1 ? KeyCommand.of(words[0]) : Optional.empty();
        if (command.isEmpty()) {
            System.err.println("There is no such command. The commands are new-api-key and hash-api-key;"
                    + " without one, the gateway starts, with settings as --name=value.");
            return 2;
        }
        return command.get().run();
    }
}
