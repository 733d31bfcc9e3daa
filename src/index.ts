// Errors that tell a limit from bad input, and where a text is wrong.

export { LimitError } from "./errors/limit-error.ts";
export { MemoryError } from "./errors/memory-error.ts";
export { ParseError, type ParsePlace } from "./errors/parse-error.ts";
export { type QasmCode, qasmCodes } from "./errors/qasm-codes.ts";
export { QasmError } from "./errors/qasm-error.ts";

// Long computations: one body, run synchronously or in slices.

export { complete } from "./task/complete.ts";
export { type CompleteAsyncOptions, completeAsync } from "./task/complete-async.ts";
export type { Progress, Task } from "./task/task.ts";

// Randomness: seeded, splittable streams and what is drawn from them.

export { binomial } from "./random/binomial.ts";
export { hypergeometric } from "./random/hypergeometric.ts";
export { keyedHash } from "./random/keyed-hash.ts";
export { keyedPermutation } from "./random/keyed-permutation.ts";
export { normalQuantile, normalTail } from "./random/normal-law.ts";
export type { Permutation } from "./random/permutation.ts";
export { poisson } from "./random/poisson.ts";
export type { RandomStream } from "./random/random-stream.ts";
export { seededRandom } from "./random/seeded-random.ts";
export { shuffled } from "./random/shuffle.ts";
export { weightedSampler } from "./random/weighted-index.ts";

// Real matrices.

export {
  asMatrix,
  type EntryMatrix,
  type MatrixInput,
  type NumericArray,
  type ShapedArray,
} from "./matrix/as-matrix.ts";
export { DenseMatrix } from "./matrix/dense-matrix.ts";
export type { RealMatrix } from "./matrix/real-matrix.ts";
export { type RowClass, RowClassMatrix } from "./matrix/row-class-matrix.ts";
export { matrixStream, type RowStream } from "./matrix/row-stream.ts";
export type { WeightedRows } from "./matrix/weighted-rows.ts";

// Matrices from text, bytes and files.

export { csvBlocks } from "./matrix/readers/csv-blocks.ts";
export { CsvMatrixBuilder, type CsvOptions } from "./matrix/readers/csv-matrix-builder.ts";
export { type CsvStreamOptions, csvStream } from "./matrix/readers/csv-stream.node.ts";
export { FileError } from "./matrix/readers/file-error.ts";
export { findJsonFault, findJsonValue, type JsonFault, type JsonPlace } from "./matrix/readers/json-place.ts";
export type { MatrixFormat } from "./matrix/readers/matrix-format.ts";
export { type FileRowStream, openRowStream } from "./matrix/readers/open-row-stream.node.ts";
export type { ByteSource, ParquetOptions, ParquetSource } from "./matrix/readers/parquet-table.ts";
export { parseCsvMatrix } from "./matrix/readers/parse-csv-matrix.ts";
export { parseJsonMatrix } from "./matrix/readers/parse-json-matrix.ts";
export { type MatrixOptions, parseMatrix } from "./matrix/readers/parse-matrix.ts";
export { parseMatrixMarket } from "./matrix/readers/parse-matrix-market.ts";
export { parseNpyMatrix } from "./matrix/readers/parse-npy-matrix.ts";
export {
  type MatrixFile,
  type ReadMatrixOptions,
  readMatrix,
  readMatrixFile,
} from "./matrix/readers/read-matrix.node.ts";
export type { MissingPolicy, ParsedMatrix, ReadOptions } from "./matrix/readers/read-options.ts";
export { readParquetColumns } from "./matrix/readers/read-parquet-columns.ts";
export type { RowStreamOptions } from "./matrix/readers/row-passes.node.ts";

// Checked linear algebra.

export { gramMatrix } from "./matrix/algebra/gram.ts";
export { type LeastAbsolute, leastAbsolute } from "./matrix/algebra/least-absolute.ts";
export { type LeastSquares, leastSquares } from "./matrix/algebra/least-squares.ts";
export { type LeverageScores, leverageScores } from "./matrix/algebra/leverage-scores.ts";
export { pseudoInverse } from "./matrix/algebra/pseudo-inverse.ts";
export { rankOf } from "./matrix/algebra/rank.ts";
export { type RegressionAccuracy, regressionOversampling } from "./matrix/algebra/regression-oversampling.ts";
export { residual, residualNorm, vectorNorm } from "./matrix/algebra/residual-norm.ts";
export { type RowSpace, rowSpace } from "./matrix/algebra/row-space.ts";
export { type SpectralBounds, spectralBounds, spectralBoundsOf } from "./matrix/algebra/spectral-bounds.ts";
export { symmetricEigenvalues } from "./matrix/algebra/symmetric-eigenvalues.ts";
export { type ThinSvd, thinSvd } from "./matrix/algebra/thin-svd.ts";

// Kronecker products that are never expanded.

export { kroneckerApply, kroneckerApplyTranspose } from "./matrix/kronecker/kronecker-apply.ts";
export { kroneckerLeverage } from "./matrix/kronecker/kronecker-leverage.ts";
export { kroneckerProduct } from "./matrix/kronecker/kronecker-product.ts";
export { kroneckerRidgeLeverage } from "./matrix/kronecker/kronecker-ridge-leverage.ts";
export { kroneckerRow } from "./matrix/kronecker/kronecker-row.ts";
export { exactPairIndex, pairIndex, splitPairIndex } from "./matrix/kronecker/pair-index.ts";
export { type RowLaw, sampleTuples } from "./matrix/kronecker/sample-tuples.ts";
export { tuplesNeeded } from "./matrix/kronecker/tuples-needed.ts";
export type { WeightedTuples } from "./matrix/kronecker/weighted-tuples.ts";

// Matrices made to measure.

export { type BSplineOptions, bSplineBasis } from "./matrix/generators/b-spline-basis.ts";
export { fourierColumns } from "./matrix/generators/fourier-columns.ts";
export { gaussianMatrix } from "./matrix/generators/gaussian-matrix.ts";
export { hadamardColumns } from "./matrix/generators/hadamard-columns.ts";
export { identityMatrix } from "./matrix/generators/identity-matrix.ts";
export { illConditionedMatrix } from "./matrix/generators/ill-conditioned-matrix.ts";
export { mixColumns } from "./matrix/generators/mix-columns.ts";
export { type NeedleOptions, needleMatrix } from "./matrix/generators/needle-matrix.ts";
export { orthonormalMatrix } from "./matrix/generators/orthonormal-matrix.ts";
export { rankDeficientMatrix } from "./matrix/generators/rank-deficient-matrix.ts";
export { replicatedBasisMatrix } from "./matrix/generators/replicated-basis-matrix.ts";
export { rowClasses } from "./matrix/generators/row-classes.ts";
export { withZeroRows } from "./matrix/generators/with-zero-rows.ts";

// Circuits as plain data.

export { Circuit } from "./circuit/circuit.ts";
export { type ComplexEntry, type ComplexMatrix, complexMatrix } from "./circuit/complex-matrix.ts";
export type {
  BinaryCondition,
  CompareCondition,
  Condition,
  ConstantCondition,
  EqualsCondition,
  NotCondition,
} from "./circuit/condition.ts";
export { conditionBits } from "./circuit/conditions/condition-bits.ts";
export { conditionHolds } from "./circuit/conditions/condition-holds.ts";
export { type Control, type ControlLike, off } from "./circuit/control.ts";
export type { BasisCountOptions } from "./circuit/counts/basis-count.ts";
export {
  type CircuitSummary,
  circuitSummary,
  type SummaryOptions,
} from "./circuit/counts/circuit-summary.ts";
export { countGates } from "./circuit/counts/count-gates.ts";
export type { CountOptions } from "./circuit/counts/count-options.ts";
export { type DepthOptions, depth, twoQubitDepth } from "./circuit/counts/depth.ts";
export { rotationCount } from "./circuit/counts/rotation-count.ts";
export { tCount } from "./circuit/counts/t-count.ts";
export { type ExpandOptions, expand } from "./circuit/expand.ts";
export { flatten } from "./circuit/flatten.ts";
export { formatParameter } from "./circuit/format-parameter.ts";
export { gateMatrix } from "./circuit/gate-matrix.ts";
export { type GateName, gateTable } from "./circuit/gate-table.ts";
export type { Gate, GateAction } from "./circuit/gates/gate.ts";
export { type GateAlias, gateAliases } from "./circuit/gates/gate-aliases.ts";
export { type GateSetName, gateSets } from "./circuit/gates/gate-sets.ts";
export type {
  AssignOperation,
  BarrierOperation,
  BoxOperation,
  ConditionalOperation,
  GateOperation,
  LookupOperation,
  LoopOperation,
  MeasureOperation,
  Operation,
  PhaseOracleOperation,
  QftOperation,
  ReflectUniformOperation,
  ResetOperation,
  UnitaryKindOperation,
  UnitaryOperation,
} from "./circuit/operation.ts";
export {
  type BinaryExpression,
  type BinaryOperator,
  binaryExpression,
  type Expression,
  minus,
  type NamedParameter,
  negative,
  over,
  type Parameter,
  parameter,
  plus,
  power,
  times,
  type UnaryExpression,
  type UnaryOperator,
  unaryExpression,
} from "./circuit/parameter.ts";
export { evaluateParameter } from "./circuit/parameters/evaluate-parameter.ts";
export { requireBound } from "./circuit/parameters/require-bound.ts";
export { parametersOf } from "./circuit/parameters-of.ts";
export type { PlainCircuit } from "./circuit/plain-operation.ts";
export { type ExportQasmOptions, exportQasm } from "./circuit/qasm/export-qasm.ts";
export { parseQasm } from "./circuit/qasm/parse-qasm.ts";
export type { QasmLimits, QasmNote, QasmOptions } from "./circuit/qasm/qasm-options.ts";
export type { QasmVersion } from "./circuit/qasm/writer/qasm-names.ts";
export type { CircuitRegisters, Register } from "./circuit/register.ts";
export { type FinalMeasurement, splitFinalMeasurements } from "./circuit/split-final-measurements.ts";
export { prepareComplexState } from "./circuit/synthesis/prepare-complex-state.ts";
export { prepareRealState } from "./circuit/synthesis/prepare-real-state.ts";
export { prepareSelectedState } from "./circuit/synthesis/prepare-selected-state.ts";
export { uniformlyControlledRotation } from "./circuit/synthesis/uniformly-controlled-rotation.ts";
export type { LookupOptions, PhaseOracleOptions } from "./circuit/table-options.ts";
export { unitary } from "./circuit/unitary.ts";

// The state-vector simulator.

export type { Plane, Precision } from "./simulator/amplitudes.ts";
export { makeCompiledEngine } from "./simulator/compiled/compiled-engine.ts";
export type { CompiledEngineOptions } from "./simulator/compiled/compiled-engine-options.ts";
export type { Engine, EngineOptions, EngineResult, EngineWork } from "./simulator/engine.ts";
export type { KetFormat } from "./simulator/format-ket.ts";
export { marginal } from "./simulator/marginal.ts";
export { measuredCircuit } from "./simulator/measured-circuit.ts";
export { reducedDensity } from "./simulator/reduced-density.ts";
export { referenceEngine } from "./simulator/reference-engine.ts";
export { requireShots } from "./simulator/require-shots.ts";
export { type RunCounts, type RunOptions, run, runAsync, runTask } from "./simulator/run.ts";
export { builtInRunner, type Runner, type RunnerOptions } from "./simulator/runner.ts";
export type { SampledOutcomes } from "./simulator/sample-weights.ts";
export { type SimulateOptions, simulate, simulateAsync, simulateTask } from "./simulator/simulate.ts";
export { StateVector } from "./simulator/state-vector.ts";

// What is read from states.

export { blochVector } from "./simulator/observables/bloch-vector.ts";
export { concurrence } from "./simulator/observables/concurrence.ts";
export { entanglementEntropy } from "./simulator/observables/entanglement-entropy.ts";
export { entropy } from "./simulator/observables/entropy.ts";
export { expectation } from "./simulator/observables/expectation.ts";
export { fidelity } from "./simulator/observables/fidelity.ts";
export { partialTrace } from "./simulator/observables/partial-trace.ts";
export { PauliSum, type PauliTerm, pauli } from "./simulator/observables/pauli-sum.ts";
export { purity } from "./simulator/observables/purity.ts";
export type { QuantumState } from "./simulator/observables/quantum-state.ts";
export { renyiEntropy } from "./simulator/observables/renyi-entropy.ts";
export { schmidtCoefficients } from "./simulator/observables/schmidt-coefficients.ts";
export { type StateRow, type StateTableOptions, stateTable } from "./simulator/observables/state-table.ts";
export { traceDistance } from "./simulator/observables/trace-distance.ts";
export { variance } from "./simulator/observables/variance.ts";

// Noise for teaching: seeded trajectories, and density matrices as the exact reference.

export { type DensityOptions, densityMatrix } from "./simulator/density/density-matrix.ts";
export type { DensityResult } from "./simulator/density/density-result.ts";
export { applyChannel } from "./simulator/noise/apply-channel.ts";
export { amplitudeDamping, phaseDamping } from "./simulator/noise/damping.ts";
export { depolarizing } from "./simulator/noise/depolarizing.ts";
export { bitFlip, phaseFlip } from "./simulator/noise/flips.ts";
export { type KrausChannel, krausChannel } from "./simulator/noise/kraus-channel.ts";
export type { DepolarizingRates, NoiseModel, ReadoutError } from "./simulator/noise/noise-model.ts";
export {
  type RunNoisyOptions,
  runNoisy,
  runNoisyAsync,
  runNoisyTask,
} from "./simulator/noise/run-noisy.ts";

// Search registers: the same search at three fidelities.

export { type AmplitudeRegister, amplitudeRegister } from "./simulator/search/amplitude-register.ts";
export { dilutedRegister } from "./simulator/search/diluted-register.ts";
export { type GateRegister, type GateSearch, gateRegister } from "./simulator/search/gate-register.ts";
export type { MarkedSet } from "./simulator/search/marked-set.ts";
export { referenceRegister } from "./simulator/search/reference-register.ts";
export type { Fidelity, SearchRegister } from "./simulator/search/search-register.ts";
export { subspaceRegister } from "./simulator/search/subspace-register.ts";

// Oracles: the only door to a problem's data, and the bill.

export {
  type AmplifiedLeverageOptions,
  type AmplifiedLeverageState,
  amplifiedLeverageState,
} from "./oracles/amplified-leverage-state.ts";
export {
  type AmplitudeEncoding,
  amplitudeEncoding,
  kroneckerEncoding,
} from "./oracles/amplitude-encoding.ts";
export { type BlockEncoding, blockEncoding, tensorEncodings } from "./oracles/block-encoding.ts";
export { type ClassValuesOptions, classValues, type ValueClass } from "./oracles/class-values.ts";
export type { ComparableValues, ValuesBeyond } from "./oracles/comparable-values.ts";
export { largestMarkingCircuit } from "./oracles/gate-marks.ts";
export { type KroneckerRowOracle, kroneckerRowOracle } from "./oracles/kronecker-row-oracle.ts";
export { type Charge, Ledger, type Meter } from "./oracles/ledger.ts";
export type { Access, Label, LedgerEntry, Unit, Use } from "./oracles/ledger-entry.ts";
export { ledgerTable } from "./oracles/ledger-table.ts";
export { type LeverageState, leverageState } from "./oracles/leverage-state.ts";
export { type MarkedSetOptions, markedSetOracle } from "./oracles/marked-set-oracle.ts";
export {
  type MarkingCircuit,
  type MarkingCircuitOptions,
  type MarkingRegisters,
  markingCircuit,
} from "./oracles/marking-circuit.ts";
export type { FoundRow, MarkedRows, Marking, NestedSubsets } from "./oracles/nested-subsets.ts";
export type { PhaseOracle } from "./oracles/phase-oracle.ts";
export type { PreparationOracle, PreparedOutcome, PreparedRegister } from "./oracles/preparation-oracle.ts";
export type { Regression } from "./oracles/regression.ts";
export { type RowOracle, type RowOracleOptions, rowOracle } from "./oracles/row-oracle.ts";
export type { RowScores } from "./oracles/row-scores.ts";
export type { RowSketch } from "./oracles/row-sketch.ts";
export type { SearchOracle } from "./oracles/search-oracle.ts";
export { type TargetOracle, type TargetOracleOptions, targetOracle } from "./oracles/target-oracle.ts";
export {
  type ListedValue,
  type MarkedValues,
  type ValueOracle,
  type ValueOracleOptions,
  valueOracle,
} from "./oracles/value-oracle.ts";

// Textbook primitives: search.

export {
  type CertificateMethod,
  type CertificateOptions,
  certifyNoneLeft,
} from "./primitives/certify-none-left.ts";
export { dilutedSearch } from "./primitives/diluted-search.ts";
export { exactSearch } from "./primitives/exact-search.ts";
export {
  type ExpectedFindAll,
  expectedFindAll,
  type FindAllSetting,
} from "./primitives/expected-find-all.ts";
export {
  type FindAllMode,
  type FindAllOptions,
  type FindAllResult,
  findAll,
  findAllTask,
} from "./primitives/find-all.ts";
export {
  type FindLargestOptions,
  type FindLargestResult,
  findLargest,
  findLargestTask,
} from "./primitives/find-largest.ts";
export {
  type FindMaximumOptions,
  type FindMaximumResult,
  findMaximum,
  findMaximumTask,
} from "./primitives/find-maximum.ts";
export {
  type FixedPointAngles,
  fixedPointAngles,
  fixedPointLength,
  fixedPointSuccess,
} from "./primitives/fixed-point-angles.ts";
export { type FixedPointSearchOptions, fixedPointSearch } from "./primitives/fixed-point-search.ts";
export { type GroverSearchOptions, groverSearch } from "./primitives/grover-search.ts";
export {
  cheapestIterations,
  groverAngle,
  groverSuccess,
  optimalIterations,
} from "./primitives/optimal-iterations.ts";
export { type UnknownCountOptions, unknownCountSearch } from "./primitives/unknown-count-search.ts";
export type { SearchResult } from "./simulator/search/search-result.ts";

// Textbook primitives: amplification, estimation, many copies.

export {
  type AmplificationOptions,
  type AmplificationResult,
  amplify,
} from "./primitives/amplitude-amplification.ts";
export {
  type EstimationOptions,
  type EstimationResult,
  estimateAmplitude,
  estimateAmplitudeMedian,
} from "./primitives/amplitude-estimation.ts";
export { type CountEstimate, estimateCount } from "./primitives/count-estimation.ts";
export {
  type ManyCopiesOptions,
  type ManyCopiesResult,
  manyCopies,
  manyCopiesTask,
} from "./primitives/many-copies.ts";

// Textbook primitives as circuits.

export {
  type AmplitudeEstimationOptions,
  amplitudeEstimationCircuit,
} from "./primitives/amplitude-estimation-circuit.ts";
export { cyclicFourierCircuit, digitQubits } from "./primitives/cyclic-fourier-circuit.ts";
export { fixedPointCircuit } from "./primitives/fixed-point-circuit.ts";
export { groverCircuit } from "./primitives/grover-circuit.ts";
export {
  type PhaseEstimationCircuit,
  type PhaseEstimationOptions,
  phaseEstimationCircuit,
} from "./primitives/phase-estimation-circuit.ts";
export { qftCircuit } from "./primitives/qft-circuit.ts";

// Quantum algorithms.

export {
  approximateKronecker,
  approximateKroneckerAsync,
  approximateKroneckerTask,
  type SketchRunOptions,
} from "./algorithms/approximate-kronecker.ts";
export type { DrawingPlan } from "./algorithms/drawing-plan.ts";
export { type ErrorSplit, splitError } from "./algorithms/error-split.ts";
export type { FactorPlan, StagePlan } from "./algorithms/factor-plan.ts";
export type { FactorSketch, FactorState, StageReport } from "./algorithms/factor-sketch.ts";
export type { FailureBudget } from "./algorithms/failure-budget.ts";
export type { KroneckerSketch, SketchRow } from "./algorithms/kronecker-sketch.ts";
export {
  type LeverageEstimator,
  leverageEstimator,
  leverageEstimatorTask,
} from "./algorithms/leverage-estimator.ts";
export { type KroneckerPlan, planKronecker } from "./algorithms/plan-kronecker.ts";
export {
  type KroneckerPrediction,
  predictKronecker,
  type Registers,
} from "./algorithms/predict-kronecker.ts";
export {
  predictRegression,
  type RegressionCost,
  type RegressionPrediction,
} from "./algorithms/predict-regression.ts";
export {
  type QuantumRegression,
  quantumRegression,
  quantumRegressionAsync,
  quantumRegressionTask,
} from "./algorithms/quantum-regression.ts";
export type { SketchCheckpoint } from "./algorithms/sketch-checkpoint.ts";
export type {
  PairMethod,
  SearchMode,
  SketchOptions,
  SketchParameters,
  SpectralOptions,
} from "./algorithms/sketch-options.ts";
export { type SketchedRegression, sketchedRegression } from "./algorithms/sketched-regression.ts";
export {
  type SpectralSketch,
  spectralApproximation,
  spectralApproximationAsync,
  spectralApproximationTask,
} from "./algorithms/spectral-approximation.ts";

// Classical rivals behind the same oracles.

export {
  type ClassicalSketch,
  type ClassicalSketchOptions,
  classicalSketch,
} from "./baselines/classical-sketch.ts";
export {
  type ApproximateLeverageOptions,
  countSketchLeverage,
  projectedLeverage,
} from "./baselines/leverage/approximate-leverage.ts";
export { rowNormScores, uniformScores } from "./baselines/leverage/contrast-scores.ts";
export { exactLeverage } from "./baselines/leverage/exact-leverage.ts";
export { generalisedLeverage } from "./baselines/leverage/generalised-leverage.ts";
export type { LeverageMethod, LeverageReport } from "./baselines/leverage/leverage-report.ts";
export { OnlineLeverage, onlineLeverage } from "./baselines/leverage/online-leverage.ts";
export { ridgeLeverage } from "./baselines/leverage/ridge-leverage.ts";
export { streamGeneralisedLeverage } from "./baselines/leverage/stream-generalised-leverage.ts";
export { type StreamedLeverage, streamLeverage } from "./baselines/leverage/stream-leverage.ts";
export { streamOnlineLeverage } from "./baselines/leverage/stream-online-leverage.ts";
export type { RowSource, TargetSource } from "./baselines/row-source.ts";
export type { StreamOptions } from "./baselines/stream-passes.ts";

// Sketches in one form: applied to a matrix or to an oracle.

export { type Embedding, embeddingRows } from "./baselines/sketches/embedding-rows.ts";
export { gaussianSketch, type SketchShape } from "./baselines/sketches/gaussian-sketch.ts";
export { hadamardSketch } from "./baselines/sketches/hadamard-sketch.ts";
export { halvingSample } from "./baselines/sketches/halving-sample.ts";
export { kroneckerHadamardSketch } from "./baselines/sketches/kronecker-hadamard-sketch.ts";
export { kroneckerSketchOf } from "./baselines/sketches/kronecker-sketch-of.ts";
export type { RowSample } from "./baselines/sketches/row-sample.ts";
export { type SampleRowsOptions, sampleRows } from "./baselines/sketches/sample-rows.ts";
export { sampledSketch } from "./baselines/sketches/sampled-sketch.ts";
export type { ObliviousSketch, ProductSketch, Sketch, SketchOf } from "./baselines/sketches/sketch.ts";
export { countSketch, sparseSignSketch } from "./baselines/sketches/sparse-sketch.ts";
export { tensorSketch } from "./baselines/sketches/tensor-sketch.ts";

// Regression and low rank, classically.

export {
  type ColumnSubset,
  type CurDecomposition,
  columnSubset,
  curDecomposition,
} from "./baselines/low-rank/column-subset.ts";
export type { ClassicalRegression, RegressionMethod } from "./baselines/regression/classical-regression.ts";
export { normalEquations, qrRegression, ridgeRegression } from "./baselines/regression/direct-regression.ts";
export {
  kroneckerRegression,
  kroneckerRidgeRegression,
  sampledKroneckerRegression,
} from "./baselines/regression/kronecker-regression.ts";
export {
  type L1Regression,
  l1Regression,
  sampledL1Regression,
} from "./baselines/regression/l1-regression.ts";
export { type LewisWeights, lewisWeights } from "./baselines/regression/lewis-weights.ts";
export {
  blendenpik,
  lsrn,
  type PreconditionedOptions,
} from "./baselines/regression/preconditioned-regression.ts";
export {
  type SampledRegressionOptions,
  sampledRegression,
} from "./baselines/regression/sampled-regression.ts";
export { sketchAndSolve } from "./baselines/regression/sketch-and-solve.ts";
export { streamRegression } from "./baselines/regression/stream-regression.ts";

// Further systems: one form for all.

export {
  type AcceleratedGradient,
  acceleratedGradient,
} from "./applications/accelerated-sgd/accelerated-gradient.ts";
export {
  type AcceleratedSgdOptions,
  type AcceleratedSgdRun,
  type Accelerator,
  acceleratedSGD,
  acceleratedSGDAsync,
  acceleratedSGDTask,
} from "./applications/accelerated-sgd/accelerated-sgd-run.ts";
export { boundFactor, type StepAngles } from "./applications/accelerated-sgd/bound-factor.ts";
export {
  type NoisyQuadraticOptions,
  noisyQuadratic,
  type StochasticObjective,
} from "./applications/accelerated-sgd/stochastic-objective.ts";
export {
  type AttentionGradient,
  type AttentionGradientOptions,
  attentionGrad,
} from "./applications/attention-gradient/attention-grad.ts";
export {
  type AttentionInstance,
  attentionInstance,
} from "./applications/attention-gradient/attention-instance.ts";
export { attentionLoss } from "./applications/attention-gradient/attention-loss.ts";
export {
  type AttentionReductionInput,
  attentionReduction,
  reductionSum,
} from "./applications/attention-gradient/attention-reduction.ts";
export type { AttentionGradientInput } from "./applications/attention-gradient/gradient-problem.ts";
export {
  type RowMeanIllustration,
  rowMeanIllustration,
} from "./applications/attention-gradient/row-mean-illustration.ts";
export {
  type AttentionRow,
  attentionRow,
  gaussianLogits,
} from "./applications/attention-sparsity/attention-row.ts";
export {
  type AttentionSparsity,
  type AttentionSparsityOptions,
  attentionSparsity,
} from "./applications/attention-sparsity/attention-sparsity.ts";
export {
  type SearchedMass,
  type SearchMassOptions,
  searchMass,
  searchMassTask,
} from "./applications/attention-sparsity/search-mass.ts";
export {
  breakEvenSpread,
  closedFormShare,
  limitExponent,
  nominalBreakEven,
  shareAboveMean,
  sparsityExponent,
} from "./applications/attention-sparsity/sparsity-law.ts";
export { type TopKResult, topK } from "./applications/attention-sparsity/top-k.ts";
export { type Convergence, convergence } from "./applications/convergence.ts";
export { fillParameters } from "./applications/fill-parameters.ts";
export {
  type HeavyEntries,
  type HeavyEntriesOptions,
  type HeavyGoal,
  heavyEntries,
  heavyEntriesTask,
} from "./applications/heavy-entries.ts";
export { classMemory } from "./applications/hopfield/class-memory.ts";
export { type HopfieldOptions, type HopfieldResult, hopfield } from "./applications/hopfield/hopfield.ts";
export { type HopfieldLowRankResult, hopfieldLowRank } from "./applications/hopfield/hopfield-low-rank.ts";
export { type CapacityOptions, memoryCapacity } from "./applications/hopfield/memory-capacity.ts";
export {
  type PatternOracle,
  type PatternOracleOptions,
  patternOracle,
} from "./applications/hopfield/pattern-oracle.ts";
export { randomMemory } from "./applications/hopfield/random-memory.ts";
export { type RetrievalBound, retrievalBound } from "./applications/hopfield/retrieval-bound.ts";
export {
  type RetrieveSampleOptions,
  retrieveByRejection,
  retrieveMaximum,
  retrieveSample,
  type SoftmaxSample,
} from "./applications/hopfield/retrieve.ts";
export { type TemperaturePoint, temperatureCurve } from "./applications/hopfield/temperature-curve.ts";
export type {
  Inversion,
  InversionMethod,
  InversionOptions,
} from "./applications/leverage-inversion/inversion-options.ts";
export type { InversionInput } from "./applications/leverage-inversion/inversion-problem.ts";
export {
  invertLeverage,
  invertLeverageAsync,
  invertLeverageTask,
} from "./applications/leverage-inversion/invert-leverage.ts";
export {
  type PlantedInversion,
  type PlantedSize,
  plantedInversion,
} from "./applications/leverage-inversion/planted-inversion.ts";
export { type AdditionNetwork, networkScores } from "./applications/modular-addition/addition-network.ts";
export {
  type AmplitudeBridge,
  type AmplitudeBridgeOptions,
  amplitudeBridge,
} from "./applications/modular-addition/amplitude-bridge.ts";
export { type DigitOracle, digitOracle, directSum } from "./applications/modular-addition/digit-oracle.ts";
export {
  type Construction,
  type FourierNetwork,
  type FourierNetworkOptions,
  type FourierNeuron,
  fourierNetwork,
} from "./applications/modular-addition/fourier-network.ts";
export {
  type FourierSum,
  fourierSum,
  registerSumCircuit,
} from "./applications/modular-addition/fourier-sum.ts";
export {
  askHiddenDigits,
  findHiddenDigits,
  type HiddenDigits,
} from "./applications/modular-addition/hidden-digits.ts";
export { largestMargin } from "./applications/modular-addition/largest-margin.ts";
export {
  type LinearFormOracle,
  linearFormOracle,
} from "./applications/modular-addition/linear-form-oracle.ts";
export {
  type NetworkMargin,
  type NetworkMarginOptions,
  networkMargin,
} from "./applications/modular-addition/network-margin.ts";
export { type NeuronSpectrum, neuronSpectra } from "./applications/modular-addition/neuron-spectra.ts";
export {
  type TrainedNetwork,
  type TrainingOptions,
  type TrainingPoint,
  trainNetwork,
  trainNetworkTask,
} from "./applications/modular-addition/train-network.ts";
export { parameterRange } from "./applications/parameter-range.ts";
export { pointAround } from "./applications/point-around.ts";
export {
  type PolynomialFeatures,
  polynomialFeatures,
  polynomialRank,
  truncatedExponential,
} from "./applications/polynomial-features.ts";
export { type KernelSampling, kernelSampling } from "./applications/softmax-kernel/kernel-sampling.ts";
export { type MixtureScore, mixtureScore } from "./applications/softmax-kernel/mixture-score.ts";
export type { SoftmaxNetwork } from "./applications/softmax-kernel/softmax-network.ts";
export {
  type SoftmaxNTK,
  type SoftmaxNTKOptions,
  softmaxNTK,
  softmaxNTKTask,
} from "./applications/softmax-kernel/softmax-ntk.ts";
export { sphereData } from "./applications/softmax-kernel/softmax-tangent-kernel.ts";
export { softmax, softmaxWeights } from "./applications/softmax-weights.ts";
export {
  type AttentionSource,
  matrixSource,
} from "./applications/streaming-attention/attention-source.ts";
export {
  type CachedAttention,
  cachedAttention,
} from "./applications/streaming-attention/cached-attention.ts";
export {
  type ColumnSketch,
  columnSketch,
  type SparseColumn,
} from "./applications/streaming-attention/column-sketch.ts";
export { sparseTail } from "./applications/streaming-attention/sparse-tail.ts";
export {
  type StreamedAttention,
  type StreamingAttentionOptions,
  streamingAttention,
  streamingAttentionTask,
} from "./applications/streaming-attention/streaming-attention.ts";
export {
  type AttentionMatrices,
  uniformAttention,
} from "./applications/streaming-attention/uniform-attention.ts";
export type {
  AnyParameter,
  AnySystem,
  ChoiceParameter,
  FlagParameter,
  IntegerParameter,
  MethodBill,
  NumberParameter,
  ParameterValue,
  System,
  SystemOptions,
  SystemOutcome,
  SystemParameter,
} from "./applications/system.ts";
export { systems } from "./applications/systems.ts";
export {
  softmaxReluNewton,
  softmaxReluNewtonAsync,
  softmaxReluNewtonTask,
} from "./applications/two-layer-newton/softmax-relu-newton.ts";
export { type TwoLayerSize, twoLayerInstance } from "./applications/two-layer-newton/two-layer-instance.ts";
export type {
  SoftmaxReluFit,
  SoftmaxReluOptions,
  TwoLayerMode,
} from "./applications/two-layer-newton/two-layer-options.ts";
export type { TwoLayerInput } from "./applications/two-layer-newton/two-layer-problem.ts";
export { type Work, WorkCount } from "./applications/work-count.ts";

// Both sides of one problem.

export type { QueryAccount, SplitQueries } from "./comparison/accounting/query-account.ts";
export { type SearchSetting, searchAccount } from "./comparison/accounting/search-account.ts";
export {
  type CertifiableSketch,
  certifyKronecker,
  certifyKroneckerTask,
  type KroneckerCertificate,
} from "./comparison/certify-kronecker.ts";
export { type ColumnState, columnState } from "./comparison/column-state.ts";
export { type PowerFit, powerFit } from "./comparison/power-fit.ts";
export { type SizeSweep, type SweepPoint, sizeSweepTask } from "./comparison/size-sweep.ts";
export { type Band, bandOf } from "./comparison/statistics/band.ts";
export { type Crossing, findCrossing } from "./comparison/statistics/crossing.ts";
export { type CrossingBand, crossingBand } from "./comparison/statistics/crossing-band.ts";
export { type PowerFitInterval, powerFitInterval } from "./comparison/statistics/power-fit-interval.ts";
export { analyseStudy } from "./comparison/study/analysis/analyse-study.ts";
export type {
  BreakEven,
  Contest,
  CrossoverMap,
  Duel,
  MapAxis,
  MethodSeries,
  SeriesPoint,
  StudyAnalysis,
  SweepAnalysis,
} from "./comparison/study/analysis/study-analysis.ts";
export { amountOf, costOf, type Queries, queriesOf } from "./comparison/study/analysis/study-costs.ts";
export type { CostModel } from "./comparison/study/cost-model.ts";
export { studyFamilies } from "./comparison/study/families.ts";
export type { Measure } from "./comparison/study/measure.ts";
export { planStudy } from "./comparison/study/plan-study.ts";
export { pointText } from "./comparison/study/point-text.ts";
export { runPointTask } from "./comparison/study/run-point.ts";
export type { Setting } from "./comparison/study/setting.ts";
export type {
  MethodOutcome,
  StudyCertificate,
  StudyFamily,
  StudyMethod,
  StudyParameter,
} from "./comparison/study/study-family.ts";
export type { PlannedSweep, StudyPlan, StudyPoint } from "./comparison/study/study-plan.ts";
export type { StudyResult } from "./comparison/study/study-result.ts";
export type { StudySpec, StudySweep } from "./comparison/study/study-spec.ts";
