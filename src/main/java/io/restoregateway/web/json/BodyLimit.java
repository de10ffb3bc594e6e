package io.restoregateway.web.json;

import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param setting the property by which operators change it
 * @param size the most bytes that are taken
 */
public record BodyLimit(String setting, DataSize size) {

    /**
     * Reads a whole body; the announced length spares reading what is too long, the count holds where none is announced.
     *
     * @throws ProblemException when it is too large
     */
    public byte[] read(InputStream body, long announced) throws IOException {
        refuse(announced);
        byte[] bytes = body.readNBytes(Math.toIntExact(size.toBytes() + 1));
        refuse(bytes.length);
        return bytes;
    }

    private void refuse(long length) {
        if (length > size.toBytes()) {
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_LARGE,
                    "The body has more than %,d bytes, the limit (%s)".formatted(size.toBytes(), setting)));
        }
    }
}
