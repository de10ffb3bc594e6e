package io.restoregateway.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes a connection without another byte, which no servlet can do by itself. */
final class DroppedConnections extends ValveBase {

    static final String ATTRIBUTE = DroppedConnections.class.getName();

    DroppedConnections() {
        super(true);
    }

    static void drop(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ATTRIBUTE) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
