package io.restoregateway.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's shell commands in their order, each with the output that the document shows right below it. */
record WalkThrough(List<Step> steps) {

    private static final String FENCE = "```";

    private static final String COMMANDS = "sh";

    /**
     * Commands that belong together, and what they print.
     *
     * @param line where they begin in the document
     * @param shown what the document shows of their output; null when it shows none
     */
    record Step(int line, String commands, @Nullable Shown shown) {}

    /** An output as the document shows it. */
    record Shown(String language, String text) {}

    private record Block(int line, String language, String text) {

        boolean isCommands() {
            return language.equals(COMMANDS);
        }
    }

    static WalkThrough of(Path document) {
        try {
            return of(Files.readAllLines(document));
        } catch (IOException unreadable) {
            throw new AssertionError("The document cannot be read", unreadable);
        }
    }

    static WalkThrough of(List<String> lines) {
        List<Block> blocks = blocks(lines);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isCommands()) {
                boolean shows = i + 1 < blocks.size() && !blocks.get(i + 1).isCommands();
                Block output = shows ? blocks.get(i + 1) : null;
                steps.add(new Step(
                        block.line(),
                        block.text(),
                        output == null ? null : new Shown(output.language(), output.text())));
            } else if (i == 0 || !blocks.get(i - 1).isCommands()) {
                throw new AssertionError("Line " + block.line() + " shows an output that no command prints");
            }
        }
        return new WalkThrough(List.copyOf(steps));
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int first = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals(FENCE));
                blocks.add(new Block(
                        first + 1,
                        lines.get(first - 1).substring(FENCE.length()),
                        String.join("\n", lines.subList(first, i))));
            }
        }
        return blocks;
    }
}
