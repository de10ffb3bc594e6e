package io.restoregateway.atlan;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import java.util.Set;

/** What the answer to a write says of it, in the words of the rule. */
final class WriteAnswer {

    private WriteAnswer() {}

    static RestoreAnswer of(Answer answer, Set<Guid> sent) {
        return switch (answer) {
            case Answer.Told told -> MutationJson.answer(told, sent);
            case Answer.Refused(var error) -> WriteRefusal.of(error, sent);
            case Answer.TooLarge(var error) ->
                new RestoreAnswer.Unanswered("Atlan's answer is too large to be read", false, error);
            case Answer.MayHaveActed(var error, var conflict, var away) ->
                new RestoreAnswer.Unanswered(
                        away ? "Atlan did not answer the write" : "Atlan answered the write with an error",
                        conflict,
                        error);
            case Answer.Throttled _, Answer.Maintenance _, Answer.NeverLeft _ ->
                new RestoreAnswer.NeverSent(Troubles.of(answer));
        };
    }
}
