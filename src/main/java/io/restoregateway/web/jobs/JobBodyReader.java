package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobOptions;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.json.StrictBody;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a JSON body orders. */
final class JobBodyReader {

    private static final String ASSETS = "/assets";

    private static final String SELECTOR = "/selector";

    private final StrictBody<JobRequest> said;

    private final JobRequest request;

    private final InputErrors errors = new InputErrors(Integer.MAX_VALUE);

    private JobBodyReader(StrictBody<JobRequest> said) {
        this.said = said;
        this.request = said.value();
    }

    /** @throws ProblemException when anything is malformed that may not be left out */
    static JsonOrder read(byte[] body) {
        return new JobBodyReader(StrictBody.read(body, JobRequest.class)).order();
    }

    private JsonOrder order() {
        said.errors().stream().filter(error -> !isInEntry(error)).forEach(errors::add);
        SelectorRequest selector = request.selector();
        JobOptions options = options(selector != null);
        checkWhatIsMeant();
        if (selector != null) {
            QueryReader reader = QueryReader.ofObjectAt(SELECTOR);
            var selection = selector.selection(reader);
            reader.errors().forEach(errors::add);
            refuseErrors();
            return new JsonOrder.OfSelector(options, SelectorRequest.nonEmpty(selection));
        }
        return new JsonOrder.OfList(options, rows(options.skipInvalid()));
    }

    private JobOptions options(boolean bySelector) {
        QueryReader reader = QueryReader.ofObjectAt("");
        JobOptions options = request.options().read(reader, bySelector);
        if (bySelector && options.skipInvalid()) {
            reader.refuse("skipInvalid", "is for lists and manifests; a selector finds nothing malformed");
        }
        reader.errors().forEach(errors::add);
        return options;
    }

    private void checkWhatIsMeant() {
        List<?> assets = request.assets();
        boolean misshapen = said.errors().stream()
                .anyMatch(error -> ASSETS.equals(error.pointer()) || SELECTOR.equals(error.pointer()));
        if (assets != null && request.selector() != null) {
            errors.add(InputError.at(SELECTOR, "cannot stand beside assets; give one of them"));
        } else if (assets == null && request.selector() == null && !misshapen) {
            errors.add(InputError.at("", "must have assets or selector"));
        }
        if (assets != null && assets.isEmpty()) {
            errors.add(InputError.at(ASSETS, "must not be empty"));
        }
    }

    private List<ManifestRow> rows(boolean skipInvalid) {
        List<@Nullable ListedAsset> assets = request.assets() == null ? List.of() : request.assets();
        ListedAssets list = new ListedAssets(
                assets, said.errors().stream().filter(JobBodyReader::isInEntry).toList());
        if (!skipInvalid) {
            list.errors().forEach(errors::add);
        }
        refuseErrors();
        return list.rows();
    }

    private void refuseErrors() {
        List<InputError> found = errors.list();
        if (found.size() == 1) {
            throw ProblemException.invalid(found);
        }
        if (!found.isEmpty()) {
            throw BadEntries.problem("place", found, found.size());
        }
    }

    private static boolean isInEntry(InputError error) {
        return error.pointer() != null && error.pointer().startsWith(ASSETS + "/");
    }
}
