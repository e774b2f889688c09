-- CreateTable
CREATE TABLE "playground_sessions" (
    "id" TEXT NOT NULL,
    "session" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playground_sessions_pkey" PRIMARY KEY ("id")
);
