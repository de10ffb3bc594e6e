package io.restoregateway.web.jobs;

import org.springframework.http.MediaType;

/** The forms in which a report can be had, always in UTF-8. */
public enum ReportFormat {

    /** RFC 4180 with a header, safe to be opened in a spreadsheet. */
    CSV("text/csv;charset=UTF-8;header=present"),

    /** One JSON object a line. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type that announces it. */
    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }
}
