package io.restoregateway.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The in-memory Atlan tenant, as a test or its operator drives it: look at what is stored, change how it behaves, let
 * faults happen and other people interfere. Safe for use by several threads.
 */
public final class SandboxTenant {

    /** The user behind the sandbox's token. */
    public static final String TOKEN_USER = "service-account-apikey-6f7f1591-a247-42bd-a969-11ec2e654678";

    private final ReentrantLock lock = new ReentrantLock();
    private final Function<Instant, TenantState> seed;
    private final TenantTime time;
    private final TenantStore store;
    private final CallLedger ledger = new CallLedger();
    private final WriteWitness witness = new WriteWitness();
    private final AtomicReference<SandboxSettings> settings = new AtomicReference<>(SandboxSettings.HEALTHY);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<Consumer<SandboxTenant>> interferences = new ArrayDeque<>();
    private final TenantCalls operations;
    private SandboxSettings initially = SandboxSettings.HEALTHY;

    /** A tenant in best health, with the seed in it. */
    public SandboxTenant(InstantSource clock) {
        this(clock, now -> Seed.tenant(AssetTypes.STANDARD, now));
    }

    /** A tenant in best health, with so many generated assets beside the seed: 0 to 1,000,000. */
    public SandboxTenant(InstantSource clock, int generatedAssets) {
        this(clock, new GrownSeed(generatedAssets));
    }

    SandboxTenant(InstantSource clock, Function<Instant, TenantState> seed) {
        this.seed = seed;
        this.time = new TenantTime(clock);
        this.store = new TenantStore(time);
        this.operations = new TenantCalls(store, time, AssetTypes.STANDARD);
        store.startWith(seed.apply(time.now()));
    }

    /** Makes these the settings, also after every reset. */
    public void startWith(SandboxSettings first) {
        initially = first;
        settings.set(first);
    }

    /** The seed again, the settings of the start, no faults, no interference, nothing counted. */
    public void reset() {
        locked(() -> {
            store.startWith(TenantState.EMPTY);
            store.startWith(seed.apply(time.now()));
            faults.clear();
            interferences.clear();
            settings.set(initially);
            forgetCalls();
            return null;
        });
    }

    /** Everything that is stored now, by guid; an immutable snapshot. */
    public Map<String, StoredAsset> assets() {
        return state().assets();
    }

    /** Every edge that is stored now, by its own guid; an immutable snapshot. */
    public Map<String, StoredRelationship> relationships() {
        return state().relationships();
    }

    public Optional<StoredAsset> asset(String guid) {
        return Optional.ofNullable(assets().get(guid));
    }

    /** All assets of that qualifiedName, whatever their type and state. */
    public List<StoredAsset> named(String qualifiedName) {
        return state().named(qualifiedName).toList();
    }

    public SandboxSettings settings() {
        return settings.get();
    }

    public void change(UnaryOperator<SandboxSettings> change) {
        settings.updateAndGet(change);
    }

    /** Each happens once, in this order, with the next call that it matches. */
    public void queue(Fault... ones) {
        locked(() -> faults.addAll(List.of(ones)));
    }

    /** Runs once, right before the next bulk write or archiving is carried out; several run before one each. */
    public void beforeNextWrite(Consumer<SandboxTenant> interference) {
        locked(() -> interferences.add(interference));
    }

    /** Somebody else at work in the same tenant: no budget, no faults, no lack of permission. */
    public OtherUser as(String user) {
        return new OtherUser(this, user);
    }

    public CallCounts counts() {
        return ledger.counts();
    }

    /** The last 2,000 calls, oldest first. */
    public List<RecordedCall> calls() {
        return ledger.calls();
    }

    /** Nothing counted from now on, needless writes included. */
    public void forgetCalls() {
        ledger.forget();
        witness.forget();
    }

    /** Restores that were sent for assets that were active already when the call arrived. */
    public NeedlessWrites needlessWrites() {
        return witness.seen();
    }

    /** Generates a Snowflake connection with 1 to 1,000,000 active assets beneath it. */
    public GeneratedConnection generate(int assetsBeneath) {
        return grown(growth -> growth.connection(atMostAMillion("assets", assetsBeneath)));
    }

    /** Generates a connection with {@code DB/SCHEMA} and {@code DB/SCHEMA2} and so many assets beneath each of them. */
    public GeneratedConnection generateNeighbours(int beneathSchema, int beneathNeighbour) {
        return grown(growth -> growth.neighbours(
                atMostAMillion("assets", beneathSchema), atMostAMillion("neighbourAssets", beneathNeighbour)));
    }

    /** All assets in the order of their guids, as they are at this moment. */
    public Stream<StoredAsset> stream() {
        return assets().values().stream();
    }

    /** All assets whose qualifiedName goes on behind this one with a slash, by qualifiedName, as they are at this moment. */
    public Stream<StoredAsset> beneath(String qualifiedName) {
        return state().beneath(qualifiedName);
    }

    public StatusCounts count() {
        return StatusCounts.of(stream());
    }

    public StatusCounts countBeneath(String qualifiedName) {
        return StatusCounts.of(beneath(qualifiedName));
    }

    Stream<StoredAsset> byName(String prefix, @Nullable String after) {
        return state().byName(prefix, after);
    }

    void witness(Function<TenantCalls, List<String>> needless) {
        witness.note(call(needless));
    }

    CallLedger ledger() {
        return ledger;
    }

    TenantTime time() {
        return time;
    }

    AssetTypes types() {
        return AssetTypes.STANDARD;
    }

    Optional<Fault> nextFault(CallKind kind) {
        return locked(() -> {
            for (Iterator<Fault> queued = faults.iterator(); queued.hasNext(); ) {
                Fault fault = queued.next();
                if (fault.matches(kind)) {
                    queued.remove();
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        });
    }

    void interfere() {
        locked(() -> {
            Consumer<SandboxTenant> next = interferences.poll();
            if (next != null) {
                next.accept(this);
            }
            return null;
        });
    }

    /** Carries a call out, after everything that has fallen due before it. */
    <T> T call(Function<TenantCalls, T> call) {
        return locked(() -> call.apply(operations));
    }

    private TenantState state() {
        return locked(store::current);
    }

    private GeneratedConnection grown(Function<Growth, GeneratedConnection> grow) {
        return call(calls -> {
            Growth growth = new Growth(store.current(), types(), time.tick());
            GeneratedConnection connection = grow.apply(growth);
            calls.mutate(SeedPlan.CRAWLER, draft -> draft.putNew(growth.assets(), growth.edges()));
            return connection;
        });
    }

    private static int atMostAMillion(String name, int assets) {
        if (assets < 1 || assets > 1_000_000) {
            throw new IllegalArgumentException(name + " must be between 1 and 1,000,000, but is " + assets);
        }
        return assets;
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                store.settle();
            }
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
