package io.restoregateway.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers in JSON, whatever the caller's Accept header says: an answer about a write must always arrive. */
public final class Answers {

    private Answers() {}

    /** 200 with a body. */
    public static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
