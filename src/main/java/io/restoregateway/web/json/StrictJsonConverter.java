package io.restoregateway.web.json;

import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.util.unit.DataSize;

/** Reads the bodies of requests: up to the limit, and strictly. */
public final class StrictJsonConverter extends AbstractHttpMessageConverter<Object> {

    private final StrictBodies bodies;

    private final BodyLimit limit;

    public StrictJsonConverter(StrictBodies bodies, DataSize limit) {
        super(MediaType.APPLICATION_JSON);
        this.bodies = bodies;
        this.limit = new BodyLimit("gateway.web.max-body-size", limit);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonDocument.class || LooseRequest.class.isAssignableFrom(type);
    }

    /** Whatever the media type, so that no other converter reads what this one would refuse. */
    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return supports(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        refuseOtherThanJson(message.getHeaders().getContentType());
        byte[] body = limit.read(message.getBody(), message.getHeaders().getContentLength());
        return type == JsonDocument.class ? StrictJson.read(body) : bodies.read(body, type);
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }

    /**
     * Refuses a Content-Type.
     *
     * @throws ProblemException unless that is JSON in UTF-8
     */
    public static void refuseOtherThanJson(@Nullable MediaType type) {
        Charset charset = type == null ? null : type.getCharset();
        boolean json = type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type);
        if (!json || (charset != null && !charset.equals(StandardCharsets.UTF_8))) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type %s is not accepted; send the body as application/json in UTF-8".formatted(type)));
        }
    }
}
