"""Access needs, attendance, live questions."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    needs()
    attendance()
    op.create_table(
        "live_question",
        sa.Column("contribution", sa.Uuid(), nullable=False),
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("shortlisted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("contribution"),
    )
    op.create_index("ix_live_question_session", "live_question", ["session"], unique=False)


def needs() -> None:
    op.create_table(
        "need",
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("session", "citizen"),
    )
    op.create_table(
        "need_key",
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "citizen"),
    )


def attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("session", "citizen"),
    )
    op.create_table(
        "door",
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Uuid(), nullable=True),
        sa.Column("walk_ins", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("session"),
    )


def downgrade() -> None:
    for table in ("live_question", "door", "attendance", "need_key", "need"):
        op.drop_table(table)
